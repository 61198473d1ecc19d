package org.pingyi.fuzz;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts the answers by who asked and by their class, and what came to a handler. */
final class FuzzTable {

	private static final String NONE = "none";

	private static final String BUSY = "503";

	/** Of what was asked plainly and only who is signed in may open, how much. */
	private static final String OWN = "own";

	/** And how much of that was answered by a handler: with a page or with a refusal. */
	private static final String REACHED = "reached";

	private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

	private final Set<Route> answered = ConcurrentHashMap.newKeySet();

	void add(Turn turn, int status) {
		String column = (status == 0) ? NONE
				: (status == 503 || status == 422) ? String.valueOf(status) : status / 100 + "xx";
		count("all", column);
		count(turn.role(), column);
		boolean own = turn.route().isOfStaff() || turn.role().equals(Visitors.NOBODY);
		if (turn.plain() && turn.admitted() && own) {
			count(turn.role(), OWN);
			if (status / 100 == 2 || status == 422) {
				count(turn.role(), REACHED);
			}
		}
		if (turn.admitted() && status != 0 && status != 503) {
			this.answered.add(turn.route());
		}
	}

	private void count(String row, String column) {
		row(row).computeIfAbsent(column, (key) -> new LongAdder()).increment();
	}

	/** Requests that were not answered, or only by that there is too much to do. */
	long unanswered() {
		return sum("all", NONE) + sum("all", BUSY);
	}

	/**
	 * Percent of what a role asked plainly, of pages of its own, that came to a handler.
	 */
	long reached(String role) {
		return sum(role, REACHED) * 100 / Math.max(1, sum(role, OWN));
	}

	/** The routes that somebody who may use them was answered on. */
	Set<Route> answered() {
		return Set.copyOf(this.answered);
	}

	private long sum(String row, String column) {
		LongAdder count = row(row).get(column);
		return (count != null) ? count.sum() : 0;
	}

	private Map<String, LongAdder> row(String role) {
		return this.counts.computeIfAbsent(role, (key) -> new ConcurrentSkipListMap<>());
	}

	/** A line for each role. */
	String print(long requests, Duration took) {
		String lines = this.counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((row) -> "%-15s %s".formatted(row.getKey(), row.getValue()))
			.collect(Collectors.joining("\n"));
		return "%d hostile requests in %d s%n%s".formatted(requests, took.toSeconds(), lines);
	}

}
