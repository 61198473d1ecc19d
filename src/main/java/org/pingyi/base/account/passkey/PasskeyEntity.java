package org.pingyi.base.account.passkey;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.CredentialRecord;

/** A passkey as it is stored; statements note its use. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "account_passkey")
class PasskeyEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String login = "";

	private String name = "";

	private byte[] credential = {};

	private byte[] person = {};

	private byte[] attestation = {};

	private String transports = "";

	private long signCount;

	private byte @Nullable [] challenge;

	private Instant since = Instant.EPOCH;

	private @Nullable Instant usedAt;

	private byte @Nullable [] seal;

	protected PasskeyEntity() {
	}

	PasskeyEntity(String login, CredentialRecord credential, Instant since) {
		this.login = login;
		this.name = credential.getLabel();
		this.credential = credential.getCredentialId().getBytes();
		this.person = credential.getUserEntityUserId().getBytes();
		this.attestation = Objects.requireNonNull(credential.getAttestationObject()).getBytes();
		this.transports = Transports.text(credential.getTransports());
		this.signCount = credential.getSignatureCount();
		this.since = since;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	String login() {
		return this.login;
	}

	String name() {
		return this.name;
	}

	byte[] credential() {
		return this.credential;
	}

	byte[] person() {
		return this.person;
	}

	byte[] attestation() {
		return this.attestation;
	}

	String transports() {
		return this.transports;
	}

	long signCount() {
		return this.signCount;
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	void seal(byte[] seal) {
		this.seal = seal;
	}

	Passkey passkey() {
		return new Passkey(id(), this.name, this.since, this.usedAt);
	}

}
