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

	String OPEN = " and l.usedAt is null and l.expiresAt > :now and l.hash = :hash";

	@Query("select count(l) > 0 from LinkEntity l where l.accountId is null" + OPEN)
	boolean opensSetUp(byte[] hash, Instant now);

	@Query("select l.accountId from LinkEntity l where l.accountId is not null" + OPEN)
	Optional<Long> findAccount(byte[] hash, Instant now);

	@Modifying
	@Query("update LinkEntity l set l.usedAt = :now where l.accountId is null" + OPEN)
	int useSetUp(byte[] hash, Instant now);

	/** Whose link it was. */
	@Query(nativeQuery = true, value = """
			update account_link set used_at = :now
			where account_id is not null and used_at is null and expires_at > :now and hash = :hash returning account_id
			""")
	Optional<Long> use(byte[] hash, Instant now);

	/** Whether somebody can still use a link of this account. */
	boolean existsByAccountIdAndUsedAtIsNullAndExpiresAtAfter(long account, Instant now);

	@Modifying
	@Query("delete from LinkEntity l where l.accountId = :account and l.usedAt is null")
	void deleteUnused(long account);

}
