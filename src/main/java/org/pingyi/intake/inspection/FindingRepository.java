package org.pingyi.intake.inspection;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The findings of submitted visits. */
interface FindingRepository extends Repository<FindingEntity, Long> {

	String SUMMARY = """
			select new org.pingyi.intake.inspection.FindingSummary(f.id, f.visitId, f.item, f.finding, v.unitId,
				v.cycleId, v.submittedOn)
			from FindingEntity f join VisitEntity v on v.id = f.visitId
			""";

	FindingEntity save(FindingEntity finding);

	@Query(SUMMARY + "where v.id = :visit order by f.position")
	List<FindingSummary> ofVisit(long visit);

	/** The latest visit first. */
	@Query(SUMMARY + "where v.unitId = :unit order by v.submittedOn desc, v.id desc, f.position")
	List<FindingSummary> ofUnit(long unit);

	@Query(SUMMARY + "where f.id = :id")
	Optional<FindingSummary> summary(long id);

	@Query("""
			select count(*) from FindingEntity f join VisitEntity v on v.id = f.visitId
			where v.unitId = :unit and not exists (select 1 from AnswerEntity a where a.findingId = f.id)""")
	long countUnanswered(long unit);

}
