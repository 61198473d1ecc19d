package org.pingyi.intake.vote.phone;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Encryptors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Repository;

/**
 * Orders for codes that wait to be carried out. An order is the same few bytes whatever
 * is known of its number.
 */
@Repository
class CodeOrders {

	// Several couriers, on several nodes, each take another order.
	private static final String TAKE = """
			delete from vote_outbox where id = (
				select id from vote_outbox order by id limit 1 for update skip locked)
			returning sealed, ordered_at""";

	private static final Logger log = LoggerFactory.getLogger(CodeOrders.class);

	private final JdbcClient jdbc;

	private final BytesEncryptor seal;

	private final Clock clock;

	CodeOrders(JdbcClient jdbc, Encryptors seals, Clock clock) {
		this.jdbc = jdbc;
		this.seal = seals.of("vote.outbox");
		this.clock = clock;
	}

	void add(PhoneNumber phone, Locale locale) {
		String order = phone.digits() + " " + locale.toLanguageTag();
		this.jdbc.sql("insert into vote_outbox (sealed, ordered_at) values (?, ?)")
			.params(this.seal.encrypt(order.getBytes(StandardCharsets.UTF_8)), OffsetDateTime.now(this.clock))
			.update();
	}

	/**
	 * Takes the oldest order away, in the caller's transaction; those that cannot be
	 * opened, after the secret was changed, go with it.
	 */
	Optional<Order> take() {
		Optional<Sealed> oldest;
		Optional<Order> order;
		do {
			oldest = oldest();
			order = oldest.flatMap(this::open);
		}
		while (oldest.isPresent() && order.isEmpty());
		return order;
	}

	private Optional<Sealed> oldest() {
		return this.jdbc.sql(TAKE)
			.query((row, number) -> new Sealed(row.getBytes("sealed"),
					row.getObject("ordered_at", OffsetDateTime.class)))
			.optional();
	}

	private Optional<Order> open(Sealed order) {
		try {
			String[] words = new String(this.seal.decrypt(order.content()), StandardCharsets.UTF_8).split(" ", 2);
			return Optional.of(new Order(new PhoneNumber(words[0]), Locale.forLanguageTag(words[1]), order.at()));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			log.warn("An order for a code cannot be opened, and is dropped");
			return Optional.empty();
		}
	}

	private record Sealed(byte[] content, OffsetDateTime at) {
	}

	/** Somebody asked for a code in their language. */
	record Order(PhoneNumber phone, Locale locale, OffsetDateTime at) {
	}

}
