package org.pingyi.base.account.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The passkeys of staff. No two people have the same one: that is a key of the table. */
interface PasskeyRepository extends JpaRepository<PasskeyEntity, Long> {

	boolean existsByLogin(String login);

	boolean existsByCredential(byte[] credential);

	List<PasskeyEntity> findByLoginOrderById(String login);

	/** The same, and uses and removals of them wait for this transaction. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from PasskeyEntity p where p.login = :login order by p.id")
	List<PasskeyEntity> lock(String login);

	Optional<PasskeyEntity> findByCredential(byte[] credential);

	List<PasskeyEntity> findByPersonOrderById(byte[] person);

	/** Takes a counter only forward; a passkey that does not count stays at 0. */
	@Modifying
	@Query("""
			update PasskeyEntity p set p.signCount = :count where p.credential = :credential
			and (p.signCount < :count or (p.signCount = 0 and :count = 0))
			""")
	int count(byte[] credential, long count);

	/** Takes an answer to each challenge once, also of two at once. */
	@Modifying
	@Query("""
			update PasskeyEntity p set p.challenge = :challenge, p.usedAt = :now where p.credential = :credential
			and (p.challenge is null or p.challenge <> :challenge)
			""")
	int answer(byte[] credential, byte[] challenge, Instant now);

	@Modifying
	@Query("delete from PasskeyEntity p where p.id = :id and p.login = :login")
	int deleteOne(String login, long id);

	@Modifying
	@Query("delete from PasskeyEntity p where p.login = :login")
	int deleteOf(String login);

	@Modifying
	@Query("delete from PasskeyEntity p where p.credential = :credential")
	void deleteByCredential(byte[] credential);

}
