package org.pingyi.base.message;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The orders that wait. */
interface SmsOrderRepository extends Repository<SmsOrderEntity, Long> {

	SmsOrderEntity save(SmsOrderEntity order);

	/** Several senders, on several nodes, each take another order. */
	@Query(nativeQuery = true, value = """
			delete from message_order where id = (
				select id from message_order order by id limit 1 for update skip locked)
			returning *""")
	Optional<SmsOrderEntity> takeOldest();

}
