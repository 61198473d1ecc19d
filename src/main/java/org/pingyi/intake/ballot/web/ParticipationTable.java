package org.pingyi.intake.ballot.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Rules;

/**
 * How many ballots came in, units down and channels across.
 *
 * @param channels the channels of the scheme
 * @param groups the units by group
 * @param totals ballots per channel over all units, then over all channels
 */
record ParticipationTable(List<Channel> channels, List<Group> groups, List<Long> totals) {

	/**
	 * @param units all whose ballots are added up
	 * @param shown those of them that are on the page
	 */
	static ParticipationTable of(Rules rules, List<Participant> units, List<Participant> shown,
			List<Participation> counts) {
		Map<String, Long> byCell = counts.stream()
			.collect(Collectors.groupingBy((count) -> key(count.channel(), count.unit()),
					Collectors.summingLong(Participation::ballots)));
		Map<String, List<Row>> groups = new LinkedHashMap<>();
		shown.forEach((unit) -> groups.computeIfAbsent(unit.groupName(), (name) -> new ArrayList<>())
			.add(row(rules, unit, byCell)));
		return new ParticipationTable(rules.channels(),
				groups.entrySet().stream().map((group) -> new Group(group.getKey(), group.getValue())).toList(),
				totals(rules.channels(), units, byCell));
	}

	private static Row row(Rules rules, Participant unit, Map<String, Long> counts) {
		Map<String, Long> minima = Minima.of(rules, unit);
		return new Row(unit, rules.channels()
			.stream()
			.map((channel) -> new Cell(channel.appliesTo(unit.traits()),
					counts.getOrDefault(key(channel.code(), unit.unit()), 0L), minima.getOrDefault(channel.code(), 0L)))
			.toList());
	}

	private static List<Long> totals(List<Channel> channels, List<Participant> units, Map<String, Long> counts) {
		List<Long> totals = new ArrayList<>();
		for (Channel channel : channels) {
			totals.add(units.stream()
				.mapToLong((unit) -> counts.getOrDefault(key(channel.code(), unit.unit()), 0L))
				.sum());
		}
		totals.add(totals.stream().mapToLong(Long::longValue).sum());
		return totals;
	}

	private static String key(String channel, long unit) {
		return channel + ":" + unit;
	}

	/** The units that are ranked together. */
	record Group(String name, List<Row> rows) {
	}

	/** A unit with one cell for each channel. */
	record Row(Participant unit, List<Cell> cells) {

		public long total() {
			return this.cells.stream().mapToLong(Cell::count).sum();
		}

	}

	/**
	 * One unit on one channel.
	 *
	 * @param asked whether the channel asks about the unit
	 * @param minimum ballots below which the channel counts as missing; 0 for none
	 */
	record Cell(boolean asked, long count, long minimum) {

		public boolean tooFew() {
			return this.asked && this.count < this.minimum;
		}

	}

}
