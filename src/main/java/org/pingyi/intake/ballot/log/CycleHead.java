package org.pingyi.intake.ballot.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Treatment;

/**
 * What a year counts by, fixed and signed at its opening before anything is counted:
 * {@code src/docs/audit-files.md} describes its lines.
 *
 * @param text canonical: the same year gives the same bytes
 */
record CycleHead(long cycle, String text) {

	/** Names the format, so that its leaf can never be taken for another one. */
	static final String FORMAT = "pingyi-cycle-head/1";

	/** How its lines begin where they are kept beside checkpoints. */
	static final String KEPT = "head ";

	private static final String FIELDS = "|";

	private static final String LIST = ",";

	static CycleHead of(Cycle cycle, SchemeVersion scheme, List<Participant> units) {
		List<String> lines = new ArrayList<>();
		lines.add(FORMAT);
		lines.add(name(cycle));
		lines.add(line("scheme", scheme.digest()));
		lines.add(line("days", cycle.opensOn(), cycle.closesOn()));
		lines.add(line("acts", Acts.FORMAT));
		scheme.rules().channels().forEach((channel) -> addChannel(channel, lines));
		lines.addAll(units(units));
		return new CycleHead(cycle.id(), String.join("\n", lines) + "\n");
	}

	/** The line of the year itself. */
	static String name(Cycle cycle) {
		return line("cycle", cycle.id(), cycle.code(), cycle.name());
	}

	/** The lines of the groups and of the units. */
	static List<String> units(List<Participant> units) {
		List<String> lines = new ArrayList<>();
		units.stream().map((unit) -> line("group", unit.group(), unit.groupName())).distinct().forEach(lines::add);
		units.forEach((unit) -> lines.add(line("unit", unit.unit(), unit.code(), unit.group(),
				unit.traits().stream().sorted().collect(Collectors.joining(LIST)), unit.name())));
		return lines;
	}

	private static void addChannel(Channel channel, List<String> lines) {
		lines.add(line("channel", channel.code(), channel.door(), String.join(LIST, channel.raterClasses())));
		channel.treatments()
			.forEach((treatment) -> lines
				.add(line("treatment", channel.code(), treatment.signal(), treatment.effect(), weight(treatment))));
	}

	private static String weight(Treatment treatment) {
		return treatment.share().stripTrailingZeros().toPlainString();
	}

	/** Names come last, so that nothing they hold is taken for another field. */
	private static String line(Object... fields) {
		return Arrays.stream(fields)
			.map(Objects::toString)
			.map((field) -> field.replaceAll("\\p{Cntrl}", " "))
			.collect(Collectors.joining(FIELDS));
	}

	/**
	 * As others keep it, line by line: {@code head}, the cycle, a line of the text.
	 */
	List<String> lines() {
		return this.text.lines().map((line) -> KEPT + this.cycle + " " + line).toList();
	}

}
