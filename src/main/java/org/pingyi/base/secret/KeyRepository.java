package org.pingyi.base.secret;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The keys that the database needs, and those that were given up. */
interface KeyRepository extends Repository<KeyEntity, String> {

	String KNOWN = "select new org.pingyi.base.secret.KnownKey(k.name, k.fingerprint, k.erasedOn, k.erasure) from KeyEntity k";

	@Query(KNOWN + " order by k.name")
	List<KnownKey> all();

	@Query(KNOWN + " where k.name = :name")
	Optional<KnownKey> byName(String name);

	/** Several nodes may make it known at once. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into secret_key (name, fingerprint) values (:name, :fingerprint) on conflict do nothing""")
	void append(String name, byte[] fingerprint);

	/**
	 * Waits for those whose statement holds the key ({@code secret_keys_in_use}), and
	 * refuses it to all that come after.
	 */
	@Modifying
	@Query("""
			update KeyEntity k set k.erasedOn = :day, k.erasure = :proof
			where k.name = :name and k.erasedOn is null""")
	int giveUp(String name, LocalDate day, byte[] proof);

}
