package org.pingyi.intake.vote.phone;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The last code of each order, under pseudonyms. */
interface PhoneCodeRepository extends Repository<PhoneCodeEntity, String> {

	@Modifying
	@Query(nativeQuery = true,
			value = """
					insert into vote_code (order_mac, code_mac, sent_at) values (:order, :mac, :now)
					on conflict (order_mac) do update set code_mac = excluded.code_mac, sent_at = excluded.sent_at, tries = 0""")
	void note(String order, String mac, Instant now);

	/** One statement: no two guesses in the same moment count as one. */
	@Query(nativeQuery = true, value = """
			update vote_code set tries = tries + 1
			where order_mac = :order and tries < :tries and sent_at > :notBefore returning code_mac""")
	Optional<String> tried(String order, int tries, Instant notBefore);

	@Modifying
	@Query("update PhoneCodeEntity c set c.tries = c.tries - 1 where c.orderMac = :order")
	void untried(String order);

	@Modifying
	@Query("delete from PhoneCodeEntity c where c.sentAt < :moment")
	void deleteBefore(Instant moment);

}
