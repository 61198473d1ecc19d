package org.pingyi.intake.vote;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rights that were proved in each year. */
interface VerifiedRightRepository extends Repository<VerifiedRightEntity, VerifiedRightEntity.Key> {

	/** Again makes no difference. */
	@Modifying
	@Query(nativeQuery = true,
			value = "insert into vote_won (cycle_id, right_mac) values (:cycle, :right) on conflict do nothing")
	void add(long cycle, String right);

	@Query("select count(r) from VerifiedRightEntity r where r.key.cycleId = :cycle")
	long count(long cycle);

}
