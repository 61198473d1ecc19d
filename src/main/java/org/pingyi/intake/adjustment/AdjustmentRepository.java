package org.pingyi.intake.adjustment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.pingyi.base.audit.ProposalState;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The adjustments; each is inserted once and decided once. */
interface AdjustmentRepository extends Repository<AdjustmentEntity, Long>, JpaSpecificationExecutor<AdjustmentEntity> {

	/**
	 * Inserts a proposal; empty when its source stands already, which the unique index
	 * decides without ending the transaction.
	 */
	@Query(nativeQuery = true, value = """
			insert into adjustment_adjustment (cycle_id, unit_id, kind, rule, document, happened_on, cause, handling,
				reason, source, quantity, proposed_by, proposed_at)
			values (:#{#it.cycle()}, :#{#it.unit()}, :kind, :#{#it.rule()}, :#{#it.document()}, :#{#it.happenedOn()},
				:#{#it.cause()}, :#{#it.handling()}, :#{#it.reason()}, :#{#it.source()}, :#{#it.quantity()}, :by, :at)
			on conflict do nothing returning id
			""")
	Optional<Long> insert(String kind, Proposal it, String by, Instant at);

	/** One when the proposal was open: of two deciders the row lets one through. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update AdjustmentEntity a set a.persons.state = :state, a.persons.decidedBy = :by, a.decidedAt = :at,
				a.remark = :remark
			where a.id = :id and a.persons.state = org.pingyi.base.audit.ProposalState.PROPOSED
			""")
	int decide(long id, ProposalState state, String by, Instant at, String remark);

	Optional<AdjustmentEntity> findById(long id);

	List<AdjustmentEntity> findByIdIn(Collection<Long> ids);

	@Query("select a from AdjustmentEntity a where a.cycleId = :cycle and a.persons.state = :state order by a.unitId, a.id")
	List<AdjustmentEntity> findByState(long cycle, ProposalState state);

	List<AdjustmentEntity> findByCycleIdAndUnitIdOrderById(long cycle, long unit);

	/** The open proposals that somebody else than the reader made, oldest first. */
	@Query("""
			select a from AdjustmentEntity a where a.cycleId = :cycle and a.persons.proposedBy <> :reader
				and a.persons.state = org.pingyi.base.audit.ProposalState.PROPOSED order by a.id
			""")
	Page<AdjustmentEntity> findWaitingFor(String reader, long cycle, Pageable page);

	default Page<Adjustment> waitingFor(String reader, long cycle, Pageable page) {
		return findWaitingFor(reader, cycle, PageRequest.of(page.getPageNumber(), page.getPageSize()))
			.map(AdjustmentEntity::adjustment);
	}

	/** Newest first, whatever order the page asks for. */
	default Page<Adjustment> search(long cycle, AdjustmentFilter filter, Pageable page) {
		return findAll(filter.in(cycle),
				PageRequest.of(page.getPageNumber(), page.getPageSize(), Sort.Direction.DESC, "id"))
			.map(AdjustmentEntity::adjustment);
	}

}
