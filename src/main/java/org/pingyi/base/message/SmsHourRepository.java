package org.pingyi.base.message;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The figures of each hour, changed by one statement each, however many count at once.
 */
interface SmsHourRepository extends Repository<SmsHourEntity, Instant> {

	@Modifying
	@Query(nativeQuery = true, value = """
			insert into message_sms_hour as known (hour, taken) values (:hour, 1)
			on conflict (hour) do update set taken = known.taken + 1 where known.taken < :budget""")
	int take(Instant hour, int budget);

	@Modifying
	@Query("update SmsHourEntity h set h.taken = h.taken - 1 where h.hour = :hour")
	void giveBack(Instant hour);

	@Query("select coalesce(max(h.taken), 0) + (select count(o) from SmsOrderEntity o) from SmsHourEntity h "
			+ "where h.hour = :hour")
	long takenAndWaiting(Instant hour);

	@Modifying
	@Query(nativeQuery = true, value = """
			insert into message_sms_hour as known (hour, sent, failed, unsure, turned_away)
			values (:hour, :sent, :failed, :unsure, :turnedAway)
			on conflict (hour) do update set sent = known.sent + excluded.sent,
				failed = known.failed + excluded.failed, unsure = known.unsure + excluded.unsure,
				turned_away = known.turned_away + excluded.turned_away""")
	void count(Instant hour, int sent, int failed, int unsure, int turnedAway);

	List<SmsHour> findAllByOrderByHourDesc(Limit limit);

	@Modifying
	@Query("delete from SmsHourEntity h where h.hour < :hour")
	void deleteBefore(Instant hour);

}
