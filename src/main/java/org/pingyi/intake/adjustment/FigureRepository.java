package org.pingyi.intake.adjustment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The figures; they are appended, and decided once. */
interface FigureRepository extends Repository<FigureEntity, Long> {

	List<FigureEntity> saveAll(Iterable<FigureEntity> figures);

	/**
	 * How many of these were still open, in this cycle, and are decided now. The rows are
	 * locked by number, so that two deciders of overlapping figures do not deadlock.
	 */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query(nativeQuery = true, value = """
			update adjustment_figure set state = :state, decided_by = :by, decided_at = :at
			where cycle_id = :cycle and state = 'PROPOSED' and id in (
				select id from adjustment_figure where id in (:ids) order by id for update)
			""")
	int decide(long cycle, Collection<Long> ids, String state, String by, Instant at);

	List<FigureEntity> findByIdInOrderById(Collection<Long> ids);

	/** The latest approved of each unit and figure. */
	@Query(nativeQuery = true, value = """
			select distinct on (unit_id, figure_key) * from adjustment_figure
			where cycle_id = :cycle and state = 'APPROVED' order by unit_id, figure_key, id desc
			""")
	List<FigureEntity> findApproved(long cycle);

	/** All that ever was approved, what was approved together side by side. */
	@Query("""
			select f from FigureEntity f where f.cycleId = :cycle
				and f.persons.state = org.pingyi.base.audit.ProposalState.APPROVED order by f.decidedAt, f.id
			""")
	List<FigureEntity> findEverApproved(long cycle);

	/** What nobody decided yet, oldest first. */
	@Query("""
			select f from FigureEntity f where f.cycleId = :cycle
				and f.persons.state = org.pingyi.base.audit.ProposalState.PROPOSED order by f.id
			""")
	List<FigureEntity> findWaiting(long cycle);

}
