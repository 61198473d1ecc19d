package org.pingyi.intake.vote;

import java.time.Instant;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The challenges that were answered. */
interface UsedChallengeRepository extends Repository<UsedChallengeEntity, String> {

	/** Returns 0 when it was answered before. */
	@Modifying
	@Transactional
	@Query(nativeQuery = true,
			value = "insert into vote_work (challenge, expires_at) values (:challenge, :expires) on conflict do nothing")
	int add(String challenge, Instant expires);

	@Modifying
	@Transactional
	@Query("delete from UsedChallengeEntity c where c.expiresAt < :now")
	void deleteExpired(Instant now);

}
