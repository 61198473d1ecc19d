package org.pingyi.base.account.factor;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.springframework.data.domain.Persistable;

/** A person's authenticator as it is stored; a new one takes the place of the old. */
@Entity
@Table(name = "account_authenticator")
class AuthenticatorEntity implements Persistable<String> {

	@Id
	private String login = "";

	private byte[] secret = {};

	private long lastStep;

	private Instant since = Instant.EPOCH;

	protected AuthenticatorEntity() {
	}

	AuthenticatorEntity(String login, byte[] secret, long lastStep, Instant since) {
		this.login = login;
		this.secret = secret;
		this.lastStep = lastStep;
		this.since = since;
	}

	@Override
	public String getId() {
		return this.login;
	}

	/** Only new ones are saved; statements note their use. */
	@Override
	public boolean isNew() {
		return true;
	}

	byte[] secret() {
		return this.secret;
	}

	long lastStep() {
		return this.lastStep;
	}

	Instant since() {
		return this.since;
	}

}
