package org.pingyi.intake.vote;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Repository;

/**
 * Orders for codes that wait to be carried out. An order is the same few bytes whatever
 * is known of its number.
 */
@Repository
class Outbox {

	// Several couriers, on several nodes, each take another order.
	private static final String TAKE = """
			delete from vote_outbox where id = (
				select id from vote_outbox order by id limit 1 for update skip locked)
			returning sealed, ordered_at""";

	private final JdbcClient jdbc;

	private final BytesEncryptor seal;

	private final Clock clock;

	Outbox(JdbcClient jdbc, Seals seals, Clock clock) {
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

	/** Takes the oldest order away, in the caller's transaction. */
	Optional<Order> take() {
		return this.jdbc.sql(TAKE)
			.query((row, number) -> order(row.getBytes("sealed"), row.getObject("ordered_at", OffsetDateTime.class)))
			.optional();
	}

	private Order order(byte[] sealed, OffsetDateTime at) {
		String[] words = new String(this.seal.decrypt(sealed), StandardCharsets.UTF_8).split(" ", 2);
		return new Order(new PhoneNumber(words[0]), Locale.forLanguageTag(words[1]), at);
	}

	/** Somebody asked for a code in their language. */
	record Order(PhoneNumber phone, Locale locale, OffsetDateTime at) {
	}

}
