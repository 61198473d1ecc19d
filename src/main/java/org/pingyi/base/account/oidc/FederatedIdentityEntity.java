package org.pingyi.base.account.oidc;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * An identity that is bound to an account, as it is stored: a keyed hash of its subject.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "account_identity")
class FederatedIdentityEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String issuer = "";

	private String subject = "";

	private String login = "";

	private Instant since = Instant.EPOCH;

	private byte @Nullable [] seal;

	protected FederatedIdentityEntity() {
	}

	FederatedIdentityEntity(String issuer, String subject, String login, Instant since) {
		this.issuer = issuer;
		this.subject = subject;
		this.login = login;
		this.since = since;
	}

	/** What is sealed. */
	String[] sealed() {
		return new String[] { "account.identity.seal", this.issuer, this.subject, this.login };
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	void seal(byte[] seal) {
		this.seal = seal;
	}

	String login() {
		return this.login;
	}

	Instant since() {
		return this.since;
	}

}
