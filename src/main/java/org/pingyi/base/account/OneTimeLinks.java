package org.pingyi.base.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Issues one-time links: 256 random bits, kept as a hash, good for a day, used once. Each
 * is sealed with a key outside the database: one that was put there opens nothing.
 */
@Component
class OneTimeLinks {

	private static final Duration LIFE = Duration.ofHours(24);

	private final Pseudonyms pseudonyms;

	private final SecureRandom random = new SecureRandom();

	private final LinkRepository repository;

	private final Clock clock;

	OneTimeLinks(LinkRepository repository, Clock clock, Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
		this.repository = repository;
		this.clock = clock;
	}

	/** A link that sets up the first administrators. */
	String forSetUp() {
		return issue(null);
	}

	/** A link that sets the password of an account; earlier ones are void. */
	String forAccount(long account) {
		this.repository.deleteUnused(account);
		return issue(account);
	}

	boolean opensSetUp(String token) {
		return open(token).filter((link) -> link.account() == null).isPresent();
	}

	Optional<Long> account(String token) {
		return open(token).map(LinkEntity::account);
	}

	/** Whether somebody can still use a link of this account. */
	boolean open(long account) {
		return this.repository.existsByAccountIdAndUsedAtIsNullAndExpiresAtAfter(account, this.clock.instant());
	}

	/** Uses up a set-up link; of two at once only one succeeds. */
	void useSetUp(String token) {
		if (!opensSetUp(token)) {
			throw spent();
		}
		useOnce(token);
	}

	/** Uses up an account's link; of two at once only one succeeds. */
	long use(String token) {
		long account = account(token).orElseThrow(OneTimeLinks::spent);
		useOnce(token);
		return account;
	}

	private void useOnce(String token) {
		if (this.repository.use(Sha256.of(token), this.clock.instant()) == 0) {
			throw spent();
		}
	}

	/** A link that was issued here, for this account and until then, and is not used. */
	private Optional<LinkEntity> open(String token) {
		return this.repository.findOpen(Sha256.of(token), this.clock.instant())
			.filter((link) -> link.seal() != null
					&& MessageDigest.isEqual(link.seal(), seal(token, link.account(), link.expiresAt())));
	}

	private byte[] seal(String token, @Nullable Long account, Instant until) {
		return this.pseudonyms.mac("account.link", token, String.valueOf(account), until.toString());
	}

	static Refusal spent() {
		return new Refusal(HttpStatus.GONE, "account.linkSpent");
	}

	private String issue(@Nullable Long account) {
		byte[] bits = new byte[32];
		this.random.nextBytes(bits);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		// The database keeps microseconds; the seal must read what it will give back.
		Instant until = this.clock.instant().plus(LIFE).truncatedTo(ChronoUnit.MICROS);
		this.repository.saveAndFlush(new LinkEntity(Sha256.of(token), account, until, seal(token, account, until)));
		return token;
	}

}
