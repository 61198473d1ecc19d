package org.pingyi.base.web.once;

import java.time.Instant;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Keys of forms; of two that send the same key at once one succeeds. */
interface FormKeyRepository extends Repository<FormKeyEntity, UUID> {

	/** Takes a new key, and one from an older claim of which nothing was stored. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into web_form_key as taken (key, used_at, claim, acted) values (:key, :now, :claim, false)
			on conflict (key) do update set used_at = excluded.used_at, claim = excluded.claim
			where not taken.acted and taken.used_at <= :dead""")
	int use(UUID key, UUID claim, Instant now, Instant dead);

	@Modifying
	@Query("update FormKeyEntity k set k.acted = true where k.key = :key and k.claim = :claim")
	int confirm(UUID key, UUID claim);

	@Query("select count(k) > 0 from FormKeyEntity k where k.key = :key and not k.acted")
	boolean pending(UUID key);

	@Modifying
	@Query("delete from FormKeyEntity k where k.key = :key and k.claim = :claim and (:stored = true or not k.acted)")
	void release(UUID key, UUID claim, boolean stored);

	@Modifying
	@Query("delete from FormKeyEntity k where k.usedAt < :before")
	void deleteUsed(Instant before);

}
