package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of findings and of the units' answers. */
@Repository
class FindingTable {

	private static final String SELECT = """
			select f.id, f.visit_id, f.item, f.finding, v.unit_id, v.cycle_id, v.submitted_on
			from inspection_finding f join inspection_visit v on v.id = f.visit_id
			""";

	private final JdbcClient jdbc;

	FindingTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long visit, int position, String item, String text) {
		this.jdbc.sql("insert into inspection_finding (visit_id, position, item, finding) values (?, ?, ?, ?)")
			.params(visit, position, item, text)
			.update();
	}

	List<Row> ofVisit(long visit) {
		return this.jdbc.sql(SELECT + "where v.id = ? order by f.position").params(visit).query(Row.class).list();
	}

	/** The latest visit first. */
	List<Row> ofUnit(long unit) {
		return this.jdbc.sql(SELECT + "where v.unit_id = ? order by v.submitted_on desc, v.id desc, f.position")
			.params(unit)
			.query(Row.class)
			.list();
	}

	Optional<Row> byId(long id) {
		return this.jdbc.sql(SELECT + "where f.id = ?").params(id).query(Row.class).optional();
	}

	long unansweredOf(long unit) {
		return this.jdbc.sql("select count(*) from inspection_finding f join inspection_visit v on v.id = f.visit_id "
				+ "where v.unit_id = ? and not exists (select 1 from inspection_answer a where a.finding_id = f.id)")
			.params(unit)
			.query(Long.class)
			.single();
	}

	void answer(long finding, String text, LocalDate day, String by) {
		this.jdbc
			.sql("insert into inspection_answer (finding_id, answer, answered_on, answered_by) values (?, ?, ?, ?)")
			.params(finding, text, day, by)
			.update();
	}

	/** The answers to these findings, by number of the finding, the oldest first. */
	Map<Long, List<Finding.Answer>> answers(List<Row> findings) {
		Map<Long, List<Finding.Answer>> answers = new HashMap<>();
		if (!findings.isEmpty()) {
			this.jdbc.sql("select * from inspection_answer where finding_id in (:findings) order by id")
				.param("findings", findings.stream().map(Row::id).toList())
				.query((row) -> {
					answers.computeIfAbsent(row.getLong("finding_id"), (id) -> new ArrayList<>())
						.add(new Finding.Answer(row.getString("answer"), row.getObject("answered_on", LocalDate.class),
								row.getString("answered_by")));
				});
		}
		return answers;
	}

	/** A finding as stored. */
	record Row(long id, long visitId, String item, String finding, long unitId, long cycleId, LocalDate submittedOn) {
	}

}
