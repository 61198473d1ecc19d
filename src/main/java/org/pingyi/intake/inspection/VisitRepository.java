package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The visits. */
interface VisitRepository extends Repository<VisitEntity, Long> {

	String NOTED = "exists (select 1 from NoteEntity n where n.visitId = v.id)";

	String SUMMARY = "select new org.pingyi.intake.inspection.VisitSummary(v.id, v.cycleId, v.unitId, v.inspector,"
			+ " v.plannedOn, v.submittedOn, v.cancelled, case when " + NOTED + " then true else false end," + """
					 (select count(*) from FindingEntity f where f.visitId = v.id),
					 (select count(*) from FindingEntity f where f.visitId = v.id
						and exists (select 1 from AnswerEntity a where a.findingId = f.id)))
					from VisitEntity v
					""";

	/** The states as {@link VisitSummary} names them. */
	String LISTED = "where v.cycleId = :cycle and (:state = '' or :state = case when v.cancelled then 'CANCELLED'"
			+ " when v.submittedOn is not null then 'SUBMITTED' when " + NOTED
			+ " then 'IN_PROGRESS' else 'PLANNED' end)";

	VisitEntity save(VisitEntity visit);

	/** Takes "" for every state. */
	@Query(value = SUMMARY + LISTED + " order by v.plannedOn, v.id",
			countQuery = "select count(*) from VisitEntity v " + LISTED)
	Page<VisitSummary> page(long cycle, String state, Pageable page);

	/** The visits of an inspector that were not taken back: open ones first, by day. */
	@Query(SUMMARY + """
			where v.cycleId = :cycle and v.inspector = :inspector and not v.cancelled
			order by case when v.submittedOn is null then 0 else 1 end, v.plannedOn, v.id""")
	List<VisitSummary> ofInspector(long cycle, String inspector);

	@Query(SUMMARY + "where v.id = :id")
	Optional<VisitSummary> summary(long id);

	/** Units of a cycle that have a visit. */
	@Query("select distinct v.unitId from VisitEntity v where v.cycleId = :cycle and not v.cancelled")
	Set<Long> visitedUnits(long cycle);

	/** Keeps everybody else from changing this visit until the transaction ends. */
	@Query(value = "select id from inspection_visit where id = :id for update", nativeQuery = true)
	Optional<Long> lock(long id);

	@Modifying
	@Query("update VisitEntity set cancelled = true where id = :id")
	void cancel(long id);

	@Modifying
	@Query("update VisitEntity set submittedOn = :day where id = :id")
	void submit(long id, LocalDate day);

}
