package org.pingyi.base.account.passkey;

import java.time.Clock;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.pingyi.base.web.Refusal;

import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What browsers are asked about passkeys. Whoever calls knows who the person is, and
 * keeps the challenge in the person's session. Templates call it {@code @passkeyPrompts}.
 */
@Service
public class PasskeyPrompts {

	private final PasskeyRepository repository;

	private final Ceremonies ceremonies;

	private final RelyingParty party;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	PasskeyPrompts(PasskeyRepository repository, Ceremonies ceremonies, RelyingParty party, Clock clock) {
		this.repository = repository;
		this.ceremonies = ceremonies;
		this.party = party;
		this.clock = clock;
	}

	/** Whether the site has a name that passkeys can be bound to. */
	public boolean isOffered() {
		return this.party.isNamed();
	}

	/** The one address at which they work: {@code https://pingyi.example.cn}. */
	public String origin() {
		return this.party.origin();
	}

	/** Something new to sign. */
	public PasskeyChallenge challenge() {
		return PasskeyChallenge.fresh(this.clock.instant());
	}

	/**
	 * The question for a new passkey: {@code PublicKeyCredentialCreationOptions} as JSON,
	 * bytes in base64url.
	 * @throws Refusal 409 {@code account.passkeysUnnamed}
	 */
	@Transactional(readOnly = true)
	public String creation(String login, PasskeyChallenge challenge) {
		return this.json.writeValueAsString(this.ceremonies.creation(login, own(login), challenge));
	}

	/**
	 * The question for one of the person's: {@code PublicKeyCredentialRequestOptions} as
	 * JSON, bytes in base64url.
	 * @throws Refusal 409 {@code account.passkeysUnnamed}
	 */
	@Transactional(readOnly = true)
	public String request(String login, PasskeyChallenge challenge) {
		return this.json.writeValueAsString(this.ceremonies.request(own(login), challenge));
	}

	private List<PasskeyEntity> own(String login) {
		return this.repository.findByLoginOrderById(login);
	}

}
