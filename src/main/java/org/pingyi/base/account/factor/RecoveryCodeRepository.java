package org.pingyi.base.account.factor;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Recovery codes; each is used up by one statement. */
interface RecoveryCodeRepository extends JpaRepository<RecoveryCodeEntity, String> {

	List<RecoveryCodeEntity> findByLoginAndUsedAtIsNull(String login);

	List<RecoveryCodeEntity> findByUsedAtIsNull();

	List<RecoveryCodeEntity> findByUsedAtIsNotNull();

	boolean existsByLoginAndHashAndUsedAtIsNull(String login, String hash);

	@Modifying
	@Query("update RecoveryCodeEntity c set c.usedAt = :now where c.login = :login and c.hash = :hash and c.usedAt is null")
	int use(String login, String hash, Instant now);

	@Modifying
	@Query("delete from RecoveryCodeEntity c where c.login = :login")
	void deleteOf(String login);

}
