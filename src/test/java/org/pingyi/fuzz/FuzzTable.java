package org.pingyi.fuzz;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts the answers by who asked and by their class. */
final class FuzzTable {

	private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

	void add(String role, int status) {
		String column = (status == 0) ? "none" : (status == 503) ? "503" : status / 100 + "xx";
		row("all").computeIfAbsent(column, (key) -> new LongAdder()).increment();
		row(role).computeIfAbsent(column, (key) -> new LongAdder()).increment();
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
