package org.pingyi.intake.ballot;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored opinions; the sealer appends them in an order that says nothing. */
interface OpinionRepository extends Repository<OpinionEntity, UUID> {

	List<WrittenOpinion> findByCycleAndUnitOrderById(long cycle, long unit);

	@Query("""
			select new org.pingyi.intake.ballot.OpinionRepository$UnitCount(o.unit, count(o)) from OpinionEntity o
			where o.cycle = :cycle group by o.unit""")
	List<UnitCount> countByUnit(long cycle);

	/** How many opinions there are about a unit. */
	record UnitCount(long unit, long count) {
	}

}
