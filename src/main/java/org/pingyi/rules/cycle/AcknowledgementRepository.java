package org.pingyi.rules.cycle;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The units' acknowledgements; only appended. */
interface AcknowledgementRepository extends Repository<AcknowledgementEntity, AcknowledgementEntity.Key> {

	/** Returns 0 when the unit has acknowledged before. */
	@Modifying
	@Query(value = """
			insert into cycle_acknowledgement (cycle_id, unit_id, acknowledged_at, acknowledged_by)
			values (:cycle, :unit, :at, :by) on conflict do nothing
			""", nativeQuery = true)
	int append(long cycle, long unit, Instant at, String by);

	@Query("""
			select new org.pingyi.rules.cycle.Acknowledgement(a.unitId, a.acknowledgedAt, a.acknowledgedBy)
			from AcknowledgementEntity a where a.cycleId = :cycle""")
	List<Acknowledgement> of(long cycle);

}
