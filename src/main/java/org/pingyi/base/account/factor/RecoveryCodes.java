package org.pingyi.base.account.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.codec.binary.Base32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten codes of 80 random bits for whoever has lost the second factor: nobody guesses one,
 * so that they may be tried as often as one likes. The trail keeps which were used: one
 * that a statement of SQL puts back opens nothing.
 */
@Service
public class RecoveryCodes {

	private static final Logger logger = LoggerFactory.getLogger(RecoveryCodes.class);

	private static final String USED = "account.recoveryUsed";

	private static final String NOTED = "account.recoveryNoted";

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
		Set<String> used = used();
		return this.repository.findByLoginAndUsedAtIsNull(login)
			.stream()
			.filter((code) -> !used.contains(code.mark()))
			.count();
	}

	/** Whether this is one of them; it is not used up. */
	@Transactional(readOnly = true)
	public boolean matches(String login, String code) {
		return isOne(code) && isLeft(login, hash(login, code)) && !wasUsed(hash(login, code));
	}

	private boolean isLeft(String login, String hash) {
		return this.repository.existsByLoginAndHashAndUsedAtIsNull(login, hash);
	}

	private boolean wasUsed(String hash) {
		return used().contains(RecoveryCodeEntity.mark(hash));
	}

	private Set<String> used() {
		return this.audit.details(USED, NOTED);
	}

	/** Uses up a code. */
	@Transactional
	public boolean use(String login, String code) {
		return isOne(code) && useUp(login, hash(login, code));
	}

	private boolean useUp(String login, String hash) {
		if (this.repository.use(login, hash, this.clock.instant()) != 1) {
			return false;
		}
		if (wasUsed(hash)) {
			logger.error("A used recovery code of {} was put back in the database; it opens nothing", login);
			this.audit.record("account.altered", "account:" + login, "recovery");
			return false;
		}
		this.audit.record(USED, "account:" + login, RecoveryCodeEntity.mark(hash));
		return true;
	}

	/** The people whose used codes were put back in the database. */
	@Transactional(readOnly = true)
	public Stream<String> altered() {
		List<RecoveryCodeEntity> left = this.repository.findByUsedAtIsNull();
		Set<String> used = left.isEmpty() ? Set.of() : used();
		return left.stream().filter((code) -> used.contains(code.mark())).map(RecoveryCodeEntity::login);
	}

	/** Puts down those that were used before the trail kept which. */
	@Transactional
	public void noteUsed() {
		this.repository.findByUsedAtIsNotNull()
			.forEach((code) -> this.audit.record(NOTED, "account:" + code.login(), code.mark()));
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
