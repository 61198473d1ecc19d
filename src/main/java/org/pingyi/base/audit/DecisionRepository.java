package org.pingyi.base.audit;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The decisions about every kind of proposal; they are only appended. */
interface DecisionRepository extends Repository<DecisionEntity, Long> {

	/** One statement, however many subjects are decided together. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into audit_decision (subject, state, decided_by, decided_at, remark)
			select unnest(cast(:subjects as text[])), :state, :by, :at, :remark
			""")
	void append(String[] subjects, String state, String by, Instant at, String remark);

	/** The lines about some subjects, oldest first. */
	@Query(nativeQuery = true, value = """
			select subject, state, decided_by, decided_at, remark from audit_decision
			where subject = any(cast(:subjects as text[])) order by id
			""")
	List<Line> findBySubjects(String[] subjects);

	/** A line of a history. */
	interface Line {

		String getSubject();

		String getState();

		String getDecidedBy();

		Instant getDecidedAt();

		String getRemark();

		default Decision decision() {
			return new Decision(ProposalState.valueOf(getState()), getDecidedBy(), getDecidedAt(), getRemark());
		}

	}

	@Query("""
			select new org.pingyi.base.audit.Decision(d.state, d.by, d.at, d.remark) from DecisionEntity d
			where d.subject = :subject order by d.id
			""")
	List<Decision> findBySubject(String subject);

}
