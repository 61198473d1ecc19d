package org.pingyi.linking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Orders in which something of ratings is seen, by their names: in each, a text that
 * sorts for every rating that is seen at all.
 */
final class Sightings {

	private final Map<String, Map<Integer, String>> orders = new TreeMap<>();

	/** What is seen later in the same order replaces what was seen before. */
	void add(String order, int rating, String place) {
		this.orders.computeIfAbsent(order, (name) -> new LinkedHashMap<>()).put(rating, place);
	}

	void add(String order, int rating, long place) {
		add(order, rating, "%019d".formatted(place));
	}

	void addAll(Sightings others) {
		others.orders.forEach((order, places) -> places.forEach((rating, place) -> add(order, rating, place)));
	}

	/** Those whose name fits. */
	Sightings only(Predicate<String> name) {
		Sightings some = new Sightings();
		this.orders.forEach((order, places) -> {
			if (name.test(order)) {
				some.orders.put(order, places);
			}
		});
		return some;
	}

	Map<String, Map<Integer, String>> orders() {
		return this.orders;
	}

}
