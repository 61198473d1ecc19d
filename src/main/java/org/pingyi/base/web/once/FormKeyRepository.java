package org.pingyi.base.web.once;

import java.time.Instant;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Keys of forms; of two that send the same key at once one succeeds. */
interface FormKeyRepository extends Repository<FormKeyEntity, UUID> {

	@Modifying
	@Query(nativeQuery = true,
			value = "insert into web_form_key (key, used_at) values (:key, :now) on conflict do nothing")
	int use(UUID key, Instant now);

	@Modifying
	@Query("delete from FormKeyEntity k where k.key = :key")
	void release(UUID key);

	@Modifying
	@Query("delete from FormKeyEntity k where k.usedAt < :before")
	void deleteUsed(Instant before);

}
