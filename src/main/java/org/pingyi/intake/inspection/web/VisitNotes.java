package org.pingyi.intake.inspection.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.inspection.Checklist;
import org.pingyi.intake.inspection.Note;
import org.pingyi.rules.scoring.Item;

/**
 * What an inspector typed on the checklist, as typed, so that nothing is lost when a mark
 * cannot be read.
 *
 * @param marks the mark by item code
 * @param findings the finding by item code
 */
record VisitNotes(Map<String, String> marks, Map<String, String> findings) {

	private static final int LONGEST = 1000;

	/** As the page shows what was kept. */
	static VisitNotes of(Checklist checklist) {
		Map<String, String> marks = new LinkedHashMap<>();
		Map<String, String> findings = new LinkedHashMap<>();
		checklist.notes().forEach((item, note) -> {
			marks.put(item, (note.mark() != null) ? checklist.form().typed(note.mark()) : "");
			findings.put(item, note.finding());
		});
		return new VisitNotes(marks, findings);
	}

	/** As it was sent. */
	static VisitNotes of(BallotForm form, Map<String, String> sent) {
		Map<String, String> marks = new LinkedHashMap<>();
		Map<String, String> findings = new LinkedHashMap<>();
		form.questionnaire().items().forEach((item) -> {
			marks.put(item.code(), sent.getOrDefault("mark." + item.code(), "").strip());
			findings.put(item.code(), sent.getOrDefault("finding." + item.code(), ""));
		});
		return new VisitNotes(marks, findings);
	}

	/** Items whose mark cannot be read, or whose finding is too long. */
	List<Item> faulty(BallotForm form) {
		List<Item> faulty = new ArrayList<>();
		for (Item item : form.questionnaire().items()) {
			String mark = this.marks.getOrDefault(item.code(), "");
			boolean unreadable = !mark.isEmpty() && form.code(mark).isEmpty();
			if (unreadable || this.findings.getOrDefault(item.code(), "").strip().length() > LONGEST) {
				faulty.add(item);
			}
		}
		return faulty;
	}

	Map<String, Note> notes(BallotForm form) {
		Map<String, Note> notes = new LinkedHashMap<>();
		form.questionnaire()
			.items()
			.forEach((item) -> notes.put(item.code(),
					new Note(form.code(this.marks.getOrDefault(item.code(), "")).orElse(null),
							this.findings.getOrDefault(item.code(), ""))));
		return notes;
	}

}
