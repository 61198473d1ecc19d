package org.pingyi.intake.ballot.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;

/**
 * Which places a sheet uses for an item.
 *
 * @param item the item
 * @param free places that no unit has yet
 * @param twice places that several units have
 */
public record PlaceUse(Item item, List<Integer> free, List<Twice> twice) {

	/** A place that several units have. */
	public record Twice(int place, List<Participant> units) {
	}

	/**
	 * @param sheet answer code by item code, by number of the unit, for every unit of the
	 * sheet
	 */
	static PlaceUse of(Item item, BallotForm form, Map<Long, Map<String, Integer>> sheet) {
		Map<Integer, List<Participant>> places = new TreeMap<>();
		form.units().stream().filter((unit) -> sheet.containsKey(unit.unit())).forEach((unit) -> {
			Integer place = sheet.getOrDefault(unit.unit(), Map.of()).get(item.code());
			if (place != null) {
				places.computeIfAbsent(place, (first) -> new ArrayList<>()).add(unit);
			}
		});
		return new PlaceUse(item,
				IntStream.rangeClosed(1, sheet.size()).boxed().filter((place) -> !places.containsKey(place)).toList(),
				places.entrySet()
					.stream()
					.filter((place) -> place.getValue().size() > 1)
					.map((place) -> new Twice(place.getKey(), place.getValue()))
					.toList());
	}

}
