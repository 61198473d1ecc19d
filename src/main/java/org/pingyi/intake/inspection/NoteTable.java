package org.pingyi.intake.inspection;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what inspectors noted so far; they end with the submission. */
@Repository
class NoteTable {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	NoteTable(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	Map<String, Note> all(long visit) {
		Map<String, Note> notes = new HashMap<>();
		this.jdbc.sql("select item, mark, finding from inspection_draft where visit_id = ?")
			.params(visit)
			.query((row) -> {
				notes.put(row.getString("item"),
						new Note(row.getObject("mark", Integer.class), row.getString("finding")));
			});
		return notes;
	}

	/** Replaces whatever was noted before. */
	void replace(long visit, Map<String, Note> notes) {
		deleteAll(visit);
		this.batches
			.batchUpdate("insert into inspection_draft (visit_id, item, mark, finding) values (?, ?, ?, ?)", notes
				.entrySet()
				.stream()
				.filter((note) -> !note.getValue().empty())
				.map((note) -> new Object[] { visit, note.getKey(), note.getValue().mark(), note.getValue().finding() })
				.toList());
	}

	void deleteAll(long visit) {
		this.jdbc.sql("delete from inspection_draft where visit_id = ?").params(visit).update();
	}

}
