package org.pingyi.intake.inspection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a page notes, joined field by field with what was kept after the page was opened:
 * what it left alone stays as it was kept. A field that both changed in different ways is
 * in dispute, and nobody but the inspector can settle it.
 *
 * @param seen what was kept when the page was opened
 * @param kept what is kept now
 * @param notes what comes of it; in a dispute what the page notes
 * @param marks items whose marks are in dispute
 * @param findings items whose findings are in dispute
 */
public record JoinedNotes(Map<String, Note> seen, Map<String, Note> kept, Map<String, Note> notes, Set<String> marks,
		Set<String> findings) {

	public JoinedNotes {
		seen = Map.copyOf(seen);
		kept = Map.copyOf(kept);
		notes = Map.copyOf(notes);
		marks = Set.copyOf(marks);
		findings = Set.copyOf(findings);
	}

	static JoinedNotes of(Map<String, Note> seen, Map<String, Note> kept, Map<String, Note> typed) {
		Set<String> items = new TreeSet<>(kept.keySet());
		items.addAll(typed.keySet());
		Map<String, Note> notes = new HashMap<>();
		Set<String> marks = new TreeSet<>();
		Set<String> findings = new TreeSet<>();
		for (String item : items) {
			Field<Optional<Integer>> mark = new Field<>(mark(seen, item), mark(kept, item), mark(typed, item));
			Field<String> finding = new Field<>(note(seen, item).finding(), note(kept, item).finding(),
					note(typed, item).finding());
			notes.put(item, new Note(mark.joined().orElse(null), finding.joined()));
			mark.disputed(item, marks);
			finding.disputed(item, findings);
		}
		return new JoinedNotes(seen, kept, notes, marks, findings);
	}

	/** Whether nothing is in dispute. */
	public boolean agreed() {
		return this.marks.isEmpty() && this.findings.isEmpty();
	}

	/** Whether something else was kept after the page was opened. */
	public boolean amended() {
		return !filled(this.seen).equals(filled(this.kept));
	}

	private static Note note(Map<String, Note> notes, String item) {
		return notes.getOrDefault(item, Note.NONE);
	}

	private static Optional<Integer> mark(Map<String, Note> notes, String item) {
		return Optional.ofNullable(note(notes, item).mark());
	}

	private static Map<String, Note> filled(Map<String, Note> notes) {
		Map<String, Note> filled = new HashMap<>(notes);
		filled.values().removeIf(Note::empty);
		return filled;
	}

	/** One mark or finding: as it was seen, as it is kept, and as it was typed. */
	private record Field<T>(T seen, T kept, T typed) {

		T joined() {
			return this.typed.equals(this.seen) ? this.kept : this.typed;
		}

		void disputed(String item, Set<String> items) {
			if (!joined().equals(this.kept) && !this.kept.equals(this.seen)) {
				items.add(item);
			}
		}

	}

}
