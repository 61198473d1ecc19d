package org.pingyi.intake.vote.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The last code of each number, under pseudonyms. */
interface PhoneCodeRepository extends Repository<PhoneCodeEntity, String> {

	/** One statement: two orders in the same moment still send one message. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into vote_code as known (phone, code_mac, sent_at, sent_on, sent_today)
			values (:phone, :mac, :now, :today, 1)
			on conflict (phone) do update set code_mac = excluded.code_mac, sent_at = excluded.sent_at,
				sent_on = excluded.sent_on, tries = 0,
				sent_today = case when known.sent_on = excluded.sent_on then known.sent_today + 1 else 1 end
			where known.sent_at <= :notSince and (known.sent_on <> excluded.sent_on or known.sent_today < :perDay)""")
	int note(String phone, String mac, Instant now, LocalDate today, Instant notSince, int perDay);

	/** One statement: no two guesses in the same moment count as one. */
	@Query(nativeQuery = true, value = """
			update vote_code set tries = tries + 1
			where phone = :phone and tries < :tries and sent_at > :notBefore returning code_mac""")
	Optional<String> tried(String phone, int tries, Instant notBefore);

	@Modifying
	@Query("update PhoneCodeEntity c set c.tries = c.tries - 1 where c.phone = :phone")
	void untried(String phone);

	@Modifying
	@Query("delete from PhoneCodeEntity c where c.sentOn < :day")
	void deleteBefore(LocalDate day);

}
