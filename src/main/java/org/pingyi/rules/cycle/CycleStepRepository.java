package org.pingyi.rules.cycle;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The steps that cycles have taken, each once; only appended. */
interface CycleStepRepository extends Repository<CycleStepEntity, CycleStepEntity.Key> {

	/** A step that was taken before stays as it was. */
	@Modifying
	@Query(value = """
			insert into cycle_step (cycle_id, phase, taken_at, taken_by) values (:cycle, :phase, :at, :by)
			on conflict do nothing
			""", nativeQuery = true)
	void append(long cycle, String phase, Instant at, String by);

	@Query("""
			select new org.pingyi.rules.cycle.Step(s.phase, s.takenAt, s.takenBy)
			from CycleStepEntity s where s.cycleId = :cycle order by s.takenAt""")
	List<Step> steps(long cycle);

}
