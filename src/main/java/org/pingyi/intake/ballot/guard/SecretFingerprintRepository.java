package org.pingyi.intake.ballot.guard;

import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored fingerprint of the secret. */
interface SecretFingerprintRepository extends Repository<SecretFingerprint, Boolean> {

	@Query("select stored.fingerprint from SecretFingerprint stored")
	Optional<String> fingerprint();

	/** Nodes that start at once may keep it at once. */
	@Transactional
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into ballot_secret (fingerprint) values (:fingerprint)
			on conflict (only_one) do update set fingerprint = excluded.fingerprint""")
	void keep(String fingerprint);

}
