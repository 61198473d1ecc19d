package org.pingyi.base.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Issues one-time links: 256 random bits, kept as a hash, good for a day, used once.
 */
@Component
class OneTimeLinks {

	private static final Duration LIFE = Duration.ofHours(24);

	private final SecureRandom random = new SecureRandom();

	private final LinkRepository repository;

	private final Clock clock;

	OneTimeLinks(LinkRepository repository, Clock clock) {
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
		return this.repository.opensSetUp(Sha256.of(token), this.clock.instant());
	}

	Optional<Long> account(String token) {
		return this.repository.findAccount(Sha256.of(token), this.clock.instant());
	}

	/** Whether somebody can still use a link of this account. */
	boolean open(long account) {
		return this.repository.existsByAccountIdAndUsedAtIsNullAndExpiresAtAfter(account, this.clock.instant());
	}

	/** Uses up a set-up link; of two at once only one succeeds. */
	void useSetUp(String token) {
		if (this.repository.useSetUp(Sha256.of(token), this.clock.instant()) == 0) {
			throw spent();
		}
	}

	/** Uses up an account's link; of two at once only one succeeds. */
	long use(String token) {
		return this.repository.use(Sha256.of(token), this.clock.instant()).orElseThrow(OneTimeLinks::spent);
	}

	static Refusal spent() {
		return new Refusal(HttpStatus.GONE, "account.linkSpent");
	}

	private String issue(@Nullable Long account) {
		byte[] bits = new byte[32];
		this.random.nextBytes(bits);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		this.repository.saveAndFlush(new LinkEntity(Sha256.of(token), account, this.clock.instant().plus(LIFE)));
		return token;
	}

}
