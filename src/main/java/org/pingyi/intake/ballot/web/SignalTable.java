package org.pingyi.intake.ballot.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.intake.ballot.tally.SignalCount;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Signal;
import org.pingyi.rules.scoring.Treatment;

/**
 * How many ballots of a channel carry which signals, units down and signals across.
 * Numbers below {@link #FEWEST} are only told as such.
 *
 * @param groups the units by group
 */
record SignalTable(Channel channel, List<Group> groups) {

	/** Below so many ballots nothing is told, so that nobody is exposed. */
	static final long FEWEST = 10;

	/** So many times the share of the others of the group stands out. */
	private static final long STANDS_OUT = 2;

	private static final long HUNDRED = 100;

	/**
	 * @param units all of the year, with which each is compared
	 * @param shown those of them that are on the page
	 */
	static SignalTable of(Channel channel, List<Participant> units, List<Participant> shown, List<SignalCount> counts) {
		Map<Long, List<SignalCount>> byUnit = counts.stream()
			.filter((count) -> count.channel().equals(channel.code()))
			.collect(Collectors.groupingBy(SignalCount::unit));
		Map<String, List<SignalCount>> byGroup = new HashMap<>();
		units.forEach((unit) -> byGroup.computeIfAbsent(unit.groupName(), (name) -> new ArrayList<>())
			.addAll(byUnit.getOrDefault(unit.unit(), List.of())));
		Map<String, List<Row>> groups = new LinkedHashMap<>();
		shown.stream()
			.filter((unit) -> channel.appliesTo(unit.traits()))
			.forEach((unit) -> groups.computeIfAbsent(unit.groupName(), (name) -> new ArrayList<>())
				.add(row(channel, unit, byUnit.getOrDefault(unit.unit(), List.of()),
						byGroup.getOrDefault(unit.groupName(), List.of()))));
		return new SignalTable(channel,
				groups.entrySet().stream().map((group) -> new Group(group.getKey(), group.getValue())).toList());
	}

	private static Row row(Channel channel, Participant unit, List<SignalCount> own, List<SignalCount> group) {
		List<SignalCount> others = group.stream().filter((count) -> count.unit() != unit.unit()).toList();
		return new Row(unit, sum(own.stream()),
				Stream.of(Signal.values()).map((signal) -> cell(signal, own, others)).toList(), clusters(channel, own));
	}

	private static Cell cell(Signal signal, List<SignalCount> own, List<SignalCount> others) {
		long count = with(signal, own);
		long all = sum(own.stream());
		long theirs = sum(others.stream());
		boolean standsOut = count >= FEWEST && theirs > 0 && count * theirs > STANDS_OUT * with(signal, others) * all;
		return new Cell(count, (all > 0) ? count * HUNDRED / all : 0, standsOut);
	}

	private static long with(Signal signal, List<SignalCount> counts) {
		return sum(counts.stream().filter((count) -> signal.in(count.signals())));
	}

	private static long sum(Stream<SignalCount> counts) {
		return counts.mapToLong(SignalCount::ballots).sum();
	}

	private static List<Cluster> clusters(Channel channel, List<SignalCount> counts) {
		Map<Integer, Long> sets = new TreeMap<>();
		counts.stream()
			.filter((count) -> count.signals() != 0)
			.forEach((count) -> sets.merge(count.signals(), count.ballots(), Long::sum));
		return sets.entrySet()
			.stream()
			.map((set) -> new Cluster(Stream.of(Signal.values()).filter((signal) -> signal.in(set.getKey())).toList(),
					set.getValue(), channel.treatment(set.getKey()).orElse(null)))
			.toList();
	}

	/** The rows that have clusters. */
	public List<Row> withSignals() {
		return this.groups.stream()
			.flatMap((group) -> group.rows().stream())
			.filter((row) -> !row.clusters().isEmpty())
			.toList();
	}

	/** The units that are ranked together. */
	record Group(String name, List<Row> rows) {
	}

	/**
	 * A unit.
	 *
	 * @param all its ballots on the channel
	 * @param cells one for each signal
	 * @param clusters its ballots by all the signals that they carry
	 */
	record Row(Participant unit, long all, List<Cell> cells, List<Cluster> clusters) {
	}

	/**
	 * How many carry a signal, whatever else they carry.
	 *
	 * @param share of the unit's ballots, in per cent
	 * @param standsOut whether the share is far above that of the others of the group
	 */
	record Cell(long count, long share, boolean standsOut) {

		public boolean few() {
			return this.count > 0 && this.count < FEWEST;
		}

	}

	/**
	 * Ballots that carry just these signals.
	 *
	 * @param treatment what the scheme does with them, or null where they count as usual
	 */
	record Cluster(List<Signal> signals, long count, @Nullable Treatment treatment) {

		/** The signals as ballots carry them. */
		public int set() {
			return this.signals.stream().mapToInt(Signal::bit).sum();
		}

		public boolean few() {
			return this.count < FEWEST;
		}

	}

}
