package org.pingyi.base.account.factor;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** A recovery code as it is stored: its keyed hash only. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "account_recovery")
class RecoveryCodeEntity implements Persistable<String> {

	private static final int MARK = 16;

	@Id
	private String hash = "";

	private String login = "";

	private @Nullable Instant usedAt;

	protected RecoveryCodeEntity() {
	}

	RecoveryCodeEntity(String hash, String login) {
		this.hash = hash;
		this.login = login;
	}

	@Override
	public String getId() {
		return this.hash;
	}

	String login() {
		return this.login;
	}

	/** By which the trail tells a code that was used: a part of its hash. */
	String mark() {
		return mark(this.hash);
	}

	static String mark(String hash) {
		return hash.substring(0, MARK);
	}

	/** Only new ones are saved; statements use them up. */
	@Override
	public boolean isNew() {
		return true;
	}

}
