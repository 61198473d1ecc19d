package org.pingyi.base.account.factor;

import java.time.Instant;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Recovery codes; each is used up by one statement. */
interface RecoveryCodeRepository extends JpaRepository<RecoveryCodeEntity, String> {

	@Query("select count(c) from RecoveryCodeEntity c where c.login = :login and c.usedAt is null")
	long countLeft(String login);

	@Query("select count(c) > 0 from RecoveryCodeEntity c where c.login = :login and c.hash = :hash and c.usedAt is null")
	boolean isLeft(String login, String hash);

	@Modifying
	@Query("update RecoveryCodeEntity c set c.usedAt = :now where c.login = :login and c.hash = :hash and c.usedAt is null")
	int use(String login, String hash, Instant now);

	@Modifying
	@Query("delete from RecoveryCodeEntity c where c.login = :login")
	void deleteOf(String login);

}
