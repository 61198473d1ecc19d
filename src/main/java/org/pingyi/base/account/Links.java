package org.pingyi.base.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time links: 256 random bits, kept as a hash, good for a day, used once. */
@Repository
class Links {

	private static final Duration LIFE = Duration.ofHours(24);

	private static final String OPEN = " used_at is null and expires_at > :now and hash = :hash ";

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	Links(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A link that sets up the first administrators. */
	String forSetUp() {
		return insert(null);
	}

	/** A link that sets the password of an account; earlier ones are void. */
	String forAccount(long account) {
		this.jdbc.sql("delete from account_link where account_id = ? and used_at is null").param(account).update();
		return insert(account);
	}

	boolean opensSetUp(String token) {
		return bind("select count(*) from account_link where account_id is null and" + OPEN, token).query(Long.class)
			.single() == 1;
	}

	Optional<Long> account(String token) {
		return bind("select account_id from account_link where account_id is not null and" + OPEN, token)
			.query(Long.class)
			.optional();
	}

	/** Uses up a set-up link; of two at once only one succeeds. */
	void useSetUp(String token) {
		int used = bind("update account_link set used_at = :now where account_id is null and" + OPEN, token).update();
		if (used == 0) {
			throw spent();
		}
	}

	/** Uses up an account's link; of two at once only one succeeds. */
	long use(String token) {
		return bind("update account_link set used_at = :now where account_id is not null and" + OPEN
				+ "returning account_id", token)
			.query(Long.class)
			.optional()
			.orElseThrow(Links::spent);
	}

	static Refusal spent() {
		return new Refusal(HttpStatus.GONE, "account.linkSpent");
	}

	private String insert(@Nullable Long account) {
		byte[] bits = new byte[32];
		this.random.nextBytes(bits);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		this.jdbc.sql("insert into account_link (hash, account_id, expires_at) values (:hash, :account, :until)")
			.param("hash", Hashes.of(token))
			.param("account", account)
			.param("until", now().plus(LIFE))
			.update();
		return token;
	}

	private JdbcClient.StatementSpec bind(String sql, String token) {
		return this.jdbc.sql(sql).param("now", now()).param("hash", Hashes.of(token));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
