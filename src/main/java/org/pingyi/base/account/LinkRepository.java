package org.pingyi.base.account;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * One-time links; each is used up by one statement, so that of two at once one succeeds.
 */
interface LinkRepository extends JpaRepository<LinkEntity, byte[]> {

	@Query("select l from LinkEntity l where l.usedAt is null and l.expiresAt > :now and l.hash = :hash")
	Optional<LinkEntity> findOpen(byte[] hash, Instant now);

	/** One when it was open. */
	@Modifying
	@Query("update LinkEntity l set l.usedAt = :now where l.usedAt is null and l.expiresAt > :now and l.hash = :hash")
	int use(byte[] hash, Instant now);

	/** Whether somebody can still use a link of this account. */
	boolean existsByAccountIdAndUsedAtIsNullAndExpiresAtAfter(long account, Instant now);

	@Modifying
	@Query("delete from LinkEntity l where l.accountId = :account and l.usedAt is null")
	void deleteUnused(long account);

}
