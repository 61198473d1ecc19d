package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Inputs.Event;
import org.pingyi.rules.scoring.Inputs.Figure;
import org.pingyi.rules.scoring.Inputs.Issued;
import org.pingyi.rules.scoring.Inputs.Memory;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Inputs.Tally;

/**
 * Worked examples as text: {@code group.unit/TRAIT expected…}, and indented below it what
 * was counted: {@code key=1.5}, {@code key-*=1,2,3} for numbered figures,
 * {@code CHANNEL.class=9} issued, {@code CHANNEL.class.item:codexcount},
 * {@code +rule(document)xquantity}, {@code ~mark} of the year before.
 */
final class WorkedTable {

	private final List<String> expected = new ArrayList<>();

	private final List<Subject> subjects = new ArrayList<>();

	private final List<Tally> tallies = new ArrayList<>();

	private final List<Issued> issued = new ArrayList<>();

	private final List<Event> events = new ArrayList<>();

	private final List<Figure> figures = new ArrayList<>();

	private final List<Memory> memories = new ArrayList<>();

	private String unit = "";

	static WorkedTable read(String table) {
		WorkedTable worked = new WorkedTable();
		table.lines().forEach(worked::line);
		return worked;
	}

	/** Unit, score, place, grade and what else follows. */
	List<String> expected() {
		return this.expected;
	}

	Inputs inputs() {
		return new Inputs(this.subjects, this.tallies, this.issued, this.events, this.figures, this.memories);
	}

	private void line(String line) {
		if (line.startsWith(" ")) {
			List.of(line.strip().split(" +")).forEach(this::counted);
		}
		else {
			subject(line.split(" ", 2)[0].split("[./]"), line.split(" ", 2)[1]);
		}
	}

	private void subject(String[] words, String outcome) {
		this.unit = words[1];
		this.subjects.add(new Subject(this.unit, words[0], (words.length > 2) ? Set.of(words[2]) : Set.of()));
		this.expected.add(this.unit + " " + outcome);
	}

	private void counted(String word) {
		switch (word.charAt(0)) {
			case '+' -> event(word.substring(1).split("[()x]+"));
			case '~' -> this.memories.add(new Memory(this.unit, word.substring(1), 1));
			default -> amount(word.split("[.:=]"), word);
		}
	}

	private void event(String[] words) {
		this.events.add(new Event(this.unit, words[1], words[0], "", "", Long.parseLong(words[2])));
	}

	private void amount(String[] words, String word) {
		if (word.contains(":")) {
			tally(words, words[3].split("x"));
		}
		else if (word.matches("[^=]+\\..*")) {
			this.issued.add(new Issued(this.unit, words[0], words[1], Long.parseLong(words[2])));
		}
		else {
			figures(words[0], word.substring(word.indexOf('=') + 1).split(","));
		}
	}

	private void tally(String[] words, String[] answer) {
		this.tallies.add(new Tally(this.unit, words[0], words[1], 0, Integer.parseInt(words[2]),
				Integer.parseInt(answer[0]), Long.parseLong(answer[1])));
	}

	private void figures(String key, String[] values) {
		for (int i = 0; i < values.length; i++) {
			String numbered = key.replace("*", String.format("%02d", i + 1));
			this.figures.add(new Figure(this.unit, numbered, new BigDecimal(values[i])));
		}
	}

}
