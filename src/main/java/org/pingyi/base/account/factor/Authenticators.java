package org.pingyi.base.account.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.commons.codec.binary.Base32;

import org.pingyi.base.account.passkey.FactorsChanged;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Encryptors;
import org.pingyi.base.web.QrCode;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The authenticator applications of staff. Whoever calls knows who the person is; secrets
 * are encrypted wherever they are kept.
 */
@Service
public class Authenticators {

	private static final String ISSUER = "Pingyi";

	private final ApplicationEventPublisher events;

	private final AuthenticatorRepository repository;

	private final Totp totp;

	private final BytesEncryptor encryptor;

	private final Audit audit;

	private final Clock clock;

	Authenticators(AuthenticatorRepository repository, Totp totp, Encryptors encryptors, Audit audit, Clock clock,
			ApplicationEventPublisher events) {
		this.events = events;
		this.repository = repository;
		this.totp = totp;
		this.encryptor = encryptors.of("account.authenticator");
		this.audit = audit;
		this.clock = clock;
	}

	/** A new secret, which nobody has before its first code is typed. */
	public AuthenticatorOffer offer(String login) {
		return offer(login, this.totp.newSecret());
	}

	/**
	 * The same secret again, after a wrong code or on a page that is loaded again.
	 * @throws Refusal 410 {@code account.offerSpent}
	 */
	public AuthenticatorOffer offer(String login, String sealed) {
		return offer(login, open(login, sealed));
	}

	/**
	 * Takes up a secret, in place of any other, once its application shows a right code.
	 * @throws Refusal 422 {@code account.codeWrong}, 410 {@code account.offerSpent}
	 */
	@Transactional
	public void enrol(String login, String sealed, String code) {
		byte[] secret = open(login, sealed);
		OptionalLong step = this.totp.step(secret, code);
		if (step.isEmpty()) {
			throw Refusal.invalid("account.codeWrong").at("code");
		}
		this.repository.lock(login);
		this.repository.deleteOf(login);
		this.repository
			.saveAndFlush(new AuthenticatorEntity(login, seal(login, secret), step.getAsLong(), this.clock.instant()));
		this.audit.record("account.authenticatorAdded", "account:" + login, "");
		this.events.publishEvent(new FactorsChanged(login));
	}

	/** Makes other changes of the person's factors wait for this transaction. */
	void lock(String login) {
		this.repository.lock(login);
	}

	/** Since when the person has one. */
	@Transactional(readOnly = true)
	public Optional<Instant> since(String login) {
		return this.repository.findById(login).map(AuthenticatorEntity::since);
	}

	/** Whether a code would be right now; it is not used up. */
	@Transactional(readOnly = true)
	public boolean matches(String login, String code) {
		return step(login, code).isPresent();
	}

	/** Uses up a right code; each half minute's counts once. */
	@Transactional
	public boolean use(String login, String code) {
		OptionalLong step = step(login, code);
		return step.isPresent() && this.repository.use(login, step.getAsLong()) == 1;
	}

	@Transactional
	public void remove(String login) {
		if (this.repository.deleteOf(login) > 0) {
			this.audit.record("account.authenticatorRemoved", "account:" + login, "");
		}
		this.events.publishEvent(new FactorsChanged(login));
	}

	private OptionalLong step(String login, String code) {
		return this.repository.findById(login)
			.map((stored) -> later(stored, this.totp.step(unseal(login, stored.secret()), code)))
			.orElse(OptionalLong.empty());
	}

	private static OptionalLong later(AuthenticatorEntity stored, OptionalLong step) {
		return (step.isPresent() && step.getAsLong() > stored.lastStep()) ? step : OptionalLong.empty();
	}

	private AuthenticatorOffer offer(String login, byte[] secret) {
		String text = new Base32().encodeToString(secret);
		String address = "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(login, StandardCharsets.UTF_8)
				+ "?secret=" + text + "&issuer=" + ISSUER;
		return new AuthenticatorOffer(text.replaceAll("(.{4})(?=.)", "$1 "), address, QrCode.of(address),
				Base64.getUrlEncoder().withoutPadding().encodeToString(seal(login, secret)));
	}

	private byte[] open(String login, String sealed) {
		try {
			return unseal(login, Base64.getUrlDecoder().decode(sealed));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw spent();
		}
	}

	/** Bound to the person: one's secret is nobody else's. */
	private byte[] seal(String login, byte[] secret) {
		byte[] name = login.getBytes(StandardCharsets.UTF_8);
		return this.encryptor.encrypt(ByteBuffer.allocate(1 + name.length + secret.length)
			.put((byte) name.length)
			.put(name)
			.put(secret)
			.array());
	}

	private byte[] unseal(String login, byte[] sealed) {
		byte[] content = this.encryptor.decrypt(sealed);
		byte[] name = Arrays.copyOfRange(content, 1, 1 + content[0]);
		if (!Arrays.equals(name, login.getBytes(StandardCharsets.UTF_8))) {
			throw new IllegalStateException("the secret of somebody else");
		}
		return Arrays.copyOfRange(content, 1 + name.length, content.length);
	}

	private static Refusal spent() {
		return new Refusal(org.springframework.http.HttpStatus.GONE, "account.offerSpent");
	}

}
