package org.pingyi.intake.vote.phone;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The messages of each share of a number, under pseudonyms. */
interface CodeShareRepository extends Repository<CodeShareEntity, String> {

	/** One statement: two orders in the same moment still send one message. */
	@Modifying
	@Query(nativeQuery = true,
			value = """
					insert into vote_code_share as known (share_mac, sent_at, sent_on, sent_today) values (:share, :now, :today, 1)
					on conflict (share_mac) do update set sent_at = excluded.sent_at, sent_on = excluded.sent_on,
						sent_today = case when known.sent_on = excluded.sent_on then known.sent_today + 1 else 1 end
					where known.sent_at <= :notSince and (known.sent_on <> excluded.sent_on or known.sent_today < :perDay)""")
	int take(String share, Instant now, LocalDate today, Instant notSince, int perDay);

	@Modifying
	@Query("delete from CodeShareEntity s where s.sentOn < :day")
	void deleteBefore(LocalDate day);

}
