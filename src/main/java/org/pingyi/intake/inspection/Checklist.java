package org.pingyi.intake.inspection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.pingyi.base.audit.SeenProposal;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Level;

/**
 * The one checklist of a visit, and what is noted on it so far.
 *
 * @param visit the visit
 * @param form the items of all merged checks
 * @param notes what is noted, by item code
 */
public record Checklist(Visit visit, BallotForm form, Map<String, Note> notes) {

	/** Below this mark an item needs a finding that says why; chosen. */
	private static final int NEEDS_FINDING = 600;

	public Checklist {
		notes = Map.copyOf(notes);
	}

	public Note note(String item) {
		return this.notes.getOrDefault(item, Note.NONE);
	}

	/** Items without a mark. */
	public List<Item> unmarked() {
		return items().stream().filter((item) -> note(item.code()).mark() == null).toList();
	}

	/** Items marked so low that the finding may not be missing, but is. */
	public List<Item> unexplained() {
		return items().stream().filter((item) -> unexplained(note(item.code()))).toList();
	}

	/** Whether it can be submitted. */
	public boolean ready() {
		return unmarked().isEmpty() && unexplained().isEmpty();
	}

	/**
	 * What its inspector sees before it is submitted: the visit and all that is noted.
	 */
	public SeenProposal seen() {
		return SeenProposal.of(this.visit.id(), this.visit.unit().code(), this.visit.inspector(),
				new TreeMap<>(this.notes));
	}

	private List<Item> items() {
		return this.form.questionnaire().items();
	}

	private boolean unexplained(Note note) {
		return note.mark() != null && note.finding().isEmpty() && low(note.mark());
	}

	private boolean low(int mark) {
		return this.form.scale().hasLevels() ? this.form.scale().level(mark).filter(Level::negative).isPresent()
				: mark < NEEDS_FINDING;
	}

}
