package org.pingyi.base.message;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Encryptors;

import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Orders for messages that wait to be sent. An order is the same few bytes whatever is
 * known of its number; its message is written when its turn comes.
 */
@Component
class SmsQueue {

	private static final Logger log = LoggerFactory.getLogger(SmsQueue.class);

	private static final int PARTS = 4;

	private final SmsOrderRepository orders;

	private final BytesEncryptor encryptor;

	private final Clock clock;

	SmsQueue(SmsOrderRepository orders, Encryptors encryptors, Clock clock) {
		this.orders = orders;
		this.encryptor = encryptors.of("message.order");
		this.clock = clock;
	}

	void add(String kind, PhoneNumber phone, String reference, Locale locale) {
		String order = String.join(" ", kind, phone.digits(), locale.toLanguageTag(), reference);
		this.orders.save(new SmsOrderEntity(this.encryptor.encrypt(order.getBytes(StandardCharsets.UTF_8)),
				this.clock.instant()));
	}

	/**
	 * Takes the oldest order away, in the caller's transaction; those that cannot be
	 * opened, after the secret was changed, go with it.
	 */
	Optional<SmsOrder> take() {
		Optional<SmsOrderEntity> oldest;
		Optional<SmsOrder> order;
		do {
			oldest = this.orders.takeOldest();
			order = oldest.flatMap(this::open);
		}
		while (oldest.isPresent() && order.isEmpty());
		return order;
	}

	private Optional<SmsOrder> open(SmsOrderEntity order) {
		try {
			String[] parts = new String(this.encryptor.decrypt(order.sealed()), StandardCharsets.UTF_8).split(" ",
					PARTS);
			return Optional.of(new SmsOrder(parts[0], new PhoneNumber(parts[1]), Locale.forLanguageTag(parts[2]),
					parts[PARTS - 1], order.orderedAt()));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			log.warn("An order for a message cannot be opened, and is dropped");
			return Optional.empty();
		}
	}

}
