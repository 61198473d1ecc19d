package org.pingyi.base.message;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The messages of one day under the development gateway. */
interface SentSmsRepository extends Repository<SentSmsEntity, Long> {

	SentSmsEntity save(SentSmsEntity message);

	List<SentSms> findAllByOrderByIdDesc(Limit limit);

	@Modifying
	@Query("delete from SentSmsEntity s where s.sentAt < :before")
	void deleteBefore(Instant before);

}
