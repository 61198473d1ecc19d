package org.pingyi.outcome.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Objections and their decisions; both are only ever inserted. */
interface ObjectionRepository extends Repository<ObjectionEntity, Long> {

	String FILED = """
			select new org.pingyi.outcome.result.ObjectionRepository$Filed(objection, run.number, decision)
			from ObjectionEntity objection
			join RunEntity run on run.id = objection.run
			left join ObjectionDecisionEntity decision on decision.objection = objection.id
			""";

	/** Open ones first, each in the order they came in. */
	String OPEN_FIRST = " order by case when decision.objection is null then 0 else 1 end, objection.id";

	/** An objection with the number of its run and what was decided, or null. */
	record Filed(ObjectionEntity objection, int run, @Nullable ObjectionDecisionEntity decision) {

		Objection toObjection() {
			return this.objection.toObjection(this.run, (this.decision != null) ? this.decision.toDecision() : null);
		}

	}

	ObjectionEntity save(ObjectionEntity objection);

	@Query(FILED + "where objection.id = :id")
	Optional<Filed> findFiled(long id);

	@Query(FILED + "where objection.cycle = :cycle" + OPEN_FIRST)
	List<Filed> findFiledInCycle(long cycle);

	@Query(FILED + "where objection.cycle = :cycle and objection.unit = :unit" + OPEN_FIRST)
	List<Filed> findFiledByUnit(long cycle, String unit);

	@Query("""
			select count(objection) from ObjectionEntity objection
			left join ObjectionDecisionEntity decision on decision.objection = objection.id
			where objection.cycle = :cycle and decision is null
			""")
	long countOpen(long cycle);

	/** How many upheld objections no run has answered yet. */
	@Query("""
			select count(decision) from ObjectionDecisionEntity decision
			where decision.upheld and decision.run = (select max(run.id) from RunEntity run where run.cycle = :cycle)
			""")
	long countUpheldSinceLastRun(long cycle);

	/**
	 * Decides an objection once; the newest run is the one that a later one must replace.
	 * @return 0 when it was decided before
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into result_decision (objection_id, upheld, reason, run_id, decided_at, decided_by)
			select o.id, :upheld, :reason, (select max(r.id) from result_run r where r.cycle_id = o.cycle_id), :at, :by
			from result_objection o where o.id = :id
			on conflict (objection_id) do nothing
			""")
	int decide(long id, boolean upheld, String reason, Instant at, String by);

}
