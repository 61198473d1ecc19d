package org.pingyi.base.account.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.codec.binary.Base32;

import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten codes of 80 random bits for whoever has lost the second factor: nobody guesses one,
 * so that they may be tried as often as one likes.
 */
@Service
public class RecoveryCodes {

	private static final int CODES = 10;

	private static final int BYTES = 10;

	/** 80 bits in base 32. */
	private static final int LETTERS = 16;

	private final SecureRandom random = new SecureRandom();

	private final RecoveryCodeRepository repository;

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final Clock clock;

	RecoveryCodes(RecoveryCodeRepository repository, Authenticators authenticators, Passkeys passkeys,
			Pseudonyms pseudonyms, Audit audit, Clock clock) {
		this.repository = repository;
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Ten new ones, to be shown once; all earlier ones are void.
	 * @throws Refusal 409 {@code account.recoveryAlone} without a second factor
	 */
	@Transactional
	public List<String> issue(String login) {
		this.authenticators.lock(login);
		if (this.authenticators.since(login).isEmpty() && !this.passkeys.has(login)) {
			throw Refusal.conflict("account.recoveryAlone");
		}
		this.repository.deleteOf(login);
		List<String> codes = Stream.generate(this::code).limit(CODES).toList();
		this.repository
			.saveAllAndFlush(codes.stream().map((code) -> new RecoveryCodeEntity(hash(login, code), login)).toList());
		this.audit.record("account.recoveryIssued", "account:" + login, "");
		return codes;
	}

	/** How many are left. */
	@Transactional(readOnly = true)
	public long left(String login) {
		return this.repository.countLeft(login);
	}

	/** Whether this is one of them; it is not used up. */
	@Transactional(readOnly = true)
	public boolean matches(String login, String code) {
		return isOne(code) && this.repository.isLeft(login, hash(login, code));
	}

	/** Uses up a code. */
	@Transactional
	public boolean use(String login, String code) {
		boolean used = isOne(code) && this.repository.use(login, hash(login, code), this.clock.instant()) == 1;
		if (used) {
			this.audit.record("account.recoveryUsed", "account:" + login, "");
		}
		return used;
	}

	@Transactional
	public void remove(String login) {
		this.repository.deleteOf(login);
	}

	/** Whether it has the form of one, and not that of an authenticator's code. */
	static boolean isOne(String typed) {
		return plain(typed).length() == LETTERS;
	}

	private String code() {
		byte[] bits = new byte[BYTES];
		this.random.nextBytes(bits);
		return new Base32().encodeToString(bits).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
	}

	private String hash(String login, String code) {
		return this.pseudonyms.of("account.recovery", login + ":" + plain(code));
	}

	private static String plain(String typed) {
		return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
	}

}
