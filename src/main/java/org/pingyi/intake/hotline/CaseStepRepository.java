package org.pingyi.intake.hotline;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The steps taken about cases; they are only appended. */
interface CaseStepRepository extends Repository<CaseStepEntity, Long> {

	CaseStepEntity save(CaseStepEntity step);

	@Query("""
			select new org.pingyi.intake.hotline.CaseStep(s.state, s.by, s.at, s.remark) from CaseStepEntity s
			where s.caseId = :hotlineCase order by s.id
			""")
	List<CaseStep> findByCase(long hotlineCase);

}
