package org.pingyi.base.account.passkey;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/**
 * The passkeys of staff, by WebAuthn. Whoever calls knows who the person is, and kept the
 * challenge in the person's session until it was answered.
 */
@Service
public class Passkeys {

	private static final int MOST = 10;

	private static final int NAME = 40;

	private final Pseudonyms pseudonyms;

	private final ApplicationEventPublisher events;

	private final PasskeyRepository repository;

	private final Ceremonies ceremonies;

	private final Audit audit;

	private final Clock clock;

	Passkeys(PasskeyRepository repository, Ceremonies ceremonies, Audit audit, Clock clock,
			ApplicationEventPublisher events, Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
		this.events = events;
		this.repository = repository;
		this.ceremonies = ceremonies;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public boolean has(String login) {
		return this.repository.existsByLogin(login);
	}

	/** A person's, in the order in which they were added. */
	@Transactional(readOnly = true)
	public List<Passkey> of(String login) {
		return this.repository.findByLoginOrderById(login).stream().map(PasskeyEntity::passkey).toList();
	}

	/**
	 * Adds a passkey that signed the challenge; nobody else has it.
	 * @throws Refusal 422 {@code account.passkeyName}, {@code account.passkeySpent},
	 * {@code account.passkeyUnusable}, 409 {@code account.passkeysMany},
	 * {@code account.passkeysUnnamed}
	 */
	@Transactional
	public void add(String login, @Nullable PasskeyChallenge challenge, NewPasskey made) {
		List<PasskeyEntity> own = this.repository.lock(login);
		requireFitting(made.name(), own.size());
		PasskeyChallenge open = requireOpen(challenge);
		try {
			CredentialRecord credential = this.ceremonies.operations()
				.registerCredential(
						new ImmutableRelyingPartyRegistrationRequest(this.ceremonies.creation(login, own, open),
								new RelyingPartyPublicKey(made.credential(), made.name().strip())));
			PasskeyEntity added = new PasskeyEntity(login, credential, this.clock.instant());
			added.seal(sealOf(added));
			this.repository.saveAndFlush(added);
		}
		catch (WebAuthnException | JacksonException | IllegalArgumentException | DataIntegrityViolationException ex) {
			throw Refusal.invalid("account.passkeyUnusable");
		}
		this.audit.record("account.passkeyAdded", "account:" + login, "");
		this.events.publishEvent(new FactorsChanged(login));
	}

	/**
	 * Makes sure that one of the person's passkeys signed the challenge. What is refused
	 * is in the trail.
	 * @throws Refusal 422 {@code account.passkeySpent}, {@code account.passkeyFailed},
	 * {@code account.passkeyCopied}
	 */
	@Transactional(noRollbackFor = Refusal.class)
	public void use(String login, @Nullable PasskeyChallenge challenge, PasskeyAnswer answer) {
		List<PasskeyEntity> own = genuine(login);
		PasskeyChallenge open = requireOpen(challenge);
		try {
			requireAnswered(own, open, answer);
		}
		catch (MaliciousCounterValueException ex) {
			this.audit.record("account.passkeyCopied", "account:" + login, "");
			throw Refusal.invalid("account.passkeyCopied");
		}
		catch (WebAuthnException | JacksonException | IllegalArgumentException ex) {
			this.audit.record("account.passkeyFailed", "account:" + login, "");
			throw Refusal.invalid("account.passkeyFailed");
		}
	}

	/**
	 * Removes one.
	 * @throws Refusal 404 {@code account.passkeyUnknown}
	 */
	@Transactional
	public void remove(String login, long id) {
		if (this.repository.deleteOne(login, id) == 0) {
			throw Refusal.notFound("account.passkeyUnknown");
		}
		this.audit.record("account.passkeyRemoved", "account:" + login, "");
		this.events.publishEvent(new FactorsChanged(login));
	}

	@Transactional
	public void removeAll(String login) {
		if (this.repository.deleteOf(login) > 0) {
			this.audit.record("account.passkeyRemoved", "account:" + login, "");
			this.events.publishEvent(new FactorsChanged(login));
		}
	}

	/** Seals a person's passkeys from before there were seals. */
	@Transactional
	public void seal(String login) {
		this.repository.findByLoginOrderById(login).forEach((passkey) -> passkey.seal(sealOf(passkey)));
	}

	/** The people whose passkeys were put there, or altered, in the database. */
	@Transactional(readOnly = true)
	public Stream<String> altered() {
		return this.repository.findAll()
			.stream()
			.filter((passkey) -> !isGenuine(passkey))
			.map(PasskeyEntity::login)
			.toList()
			.stream();
	}

	private boolean isGenuine(PasskeyEntity passkey) {
		byte[] seal = passkey.seal();
		return seal != null && MessageDigest.isEqual(seal, sealOf(passkey));
	}

	private byte[] sealOf(PasskeyEntity passkey) {
		HexFormat hex = HexFormat.of();
		return this.pseudonyms.mac("account.passkey.seal", passkey.login(), hex.formatHex(passkey.credential()),
				hex.formatHex(passkey.person()), hex.formatHex(passkey.attestation()));
	}

	/** What was put there, or altered, in the database is nobody's. */
	private List<PasskeyEntity> genuine(String login) {
		List<PasskeyEntity> own = this.repository.lock(login);
		List<PasskeyEntity> genuine = own.stream().filter(this::isGenuine).toList();
		if (genuine.size() < own.size()) {
			this.audit.record("account.altered", "account:" + login, "passkey");
		}
		return genuine;
	}

	/** Without any to allow, the framework would take anybody's. */
	private void requireAnswered(List<PasskeyEntity> own, PasskeyChallenge open, PasskeyAnswer answer) {
		Assert.notEmpty(own, "no passkey");
		this.ceremonies.operations()
			.authenticate(
					new RelyingPartyAuthenticationRequest(this.ceremonies.request(own, open), answer.assertion()));
		Assert.isTrue(this.repository.answer(Sent.bytes(answer.credential()).getBytes(), open.bytes().getBytes(),
				this.clock.instant()) == 1, "answered before");
	}

	private PasskeyChallenge requireOpen(@Nullable PasskeyChallenge challenge) {
		if (challenge == null || !challenge.isOpen(this.clock.instant())) {
			throw Refusal.invalid("account.passkeySpent");
		}
		return challenge;
	}

	private static void requireFitting(String name, int before) {
		if (name.isBlank() || name.strip().length() > NAME || name.chars().anyMatch(Character::isISOControl)) {
			throw Refusal.invalid("account.passkeyName", NAME).at("name");
		}
		if (before >= MOST) {
			throw Refusal.conflict("account.passkeysMany", MOST);
		}
	}

}
