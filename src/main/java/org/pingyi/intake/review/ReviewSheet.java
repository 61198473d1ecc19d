package org.pingyi.intake.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.PlaceUse;
import org.pingyi.intake.ballot.form.SheetRefused;
import org.pingyi.rules.cycle.Cycle;

/**
 * A person's sheet: the units they are asked about, and what they marked so far.
 *
 * @param invitation who is asked
 * @param cycle the year
 * @param form the questions about each unit
 * @param units by group and name
 */
public record ReviewSheet(Invitation invitation, Cycle cycle, BallotForm form, List<SheetUnit> units) {

	public Optional<SheetUnit> unit(String code) {
		return this.units.stream().filter((row) -> row.unit().code().equals(code)).findFirst();
	}

	public List<SheetUnit> complete() {
		return this.units.stream().filter(SheetUnit::complete).toList();
	}

	public List<SheetUnit> incomplete() {
		return this.units.stream().filter((row) -> !row.complete()).toList();
	}

	/** Units whose draft somebody else altered: they start anew. */
	public List<SheetUnit> altered() {
		return this.units.stream().filter(SheetUnit::altered).toList();
	}

	/** Why what is marked in full is not a valid sheet; empty when it is. */
	public Optional<SheetRefused> refusal() {
		return this.form.refusal(answers(complete()));
	}

	/** Whether the units are put in order. */
	public boolean hasPlaces() {
		return this.form.scale().hasPlaces();
	}

	/** Which places are used so far, by item. */
	public List<PlaceUse> places() {
		return this.form.places(answers(this.units));
	}

	private static Map<Long, Map<String, Integer>> answers(List<SheetUnit> rows) {
		Map<Long, Map<String, Integer>> answers = new LinkedHashMap<>();
		rows.forEach((row) -> answers.put(row.unit().unit(), row.answers().answers()));
		return answers;
	}

	/** The unit after this one, if any. */
	public Optional<SheetUnit> after(String code) {
		return neighbour(code, 1);
	}

	/** The unit before this one, if any. */
	public Optional<SheetUnit> before(String code) {
		return neighbour(code, -1);
	}

	/** The place of a unit on the sheet, from 1. */
	public int place(String code) {
		return this.units.stream().map((row) -> row.unit().code()).toList().indexOf(code) + 1;
	}

	private Optional<SheetUnit> neighbour(String code, int step) {
		int index = place(code) - 1 + step;
		return (index >= 0 && index < this.units.size()) ? Optional.of(this.units.get(index)) : Optional.empty();
	}

}
