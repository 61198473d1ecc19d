package org.pingyi.base.message;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The last failure of the gateway. */
interface SmsFailureRepository extends Repository<SmsFailureEntity, Boolean> {

	Optional<SmsTrouble> findFirstBy();

	@Modifying
	@Query(nativeQuery = true, value = """
			insert into message_sms_failure (kind, failed_at) values (:kind, :at)
			on conflict (only_one) do update set kind = excluded.kind, failed_at = excluded.failed_at""")
	void replace(String kind, Instant at);

}
