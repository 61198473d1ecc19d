package org.pingyi.base.account;

import java.security.MessageDigest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Component;

/**
 * Seals accounts with an HMAC under a key outside the database, over all that decides who
 * comes in, by which names, and what they may do: password, roles, unit, whether it is
 * enabled, held or has a second factor, and the generation of its sessions. An account
 * that a statement of SQL altered opens nothing. One that was put back as it once was is
 * not noticed.
 */
@Component
class AccountSeals {

	private static final Logger logger = LoggerFactory.getLogger(AccountSeals.class);

	private final Pseudonyms pseudonyms;

	private final EntityManager entities;

	AccountSeals(Pseudonyms pseudonyms, EntityManager entities) {
		this.pseudonyms = pseudonyms;
		this.entities = entities;
	}

	/**
	 * Seals what an act made of an account; the last thing that it does to it. Acts at
	 * the same time wait here for one another, so that each seals what the other did.
	 */
	void seal(AccountEntity account) {
		this.entities.flush();
		this.entities.refresh(account, LockModeType.PESSIMISTIC_WRITE);
		account.seal(this.pseudonyms.mac(account.sealed()));
		this.entities.flush();
	}

	/** Whether an account is as the last act left it. */
	boolean holds(AccountEntity account) {
		return agrees(account, account.sealed());
	}

	/** Whether a seal is good that does not cover the name. */
	boolean heldBefore(AccountEntity account) {
		return agrees(account, account.sealedBefore());
	}

	private boolean agrees(AccountEntity account, String[] sealed) {
		byte[] seal = account.seal();
		return seal != null && MessageDigest.isEqual(seal, this.pseudonyms.mac(sealed));
	}

	/** The same, and the log says when it is not. */
	boolean admits(AccountEntity account) {
		boolean holds = holds(account);
		if (!holds) {
			logger.error("Account {} was altered in the database; it opens nothing", account.login());
		}
		return holds;
	}

	/**
	 * Refuses to build on an account that was altered: the seal of the next act would
	 * hide it.
	 * @throws Refusal 409 {@code account.altered}
	 */
	void require(AccountEntity account) {
		if (!admits(account)) {
			throw altered(account.login());
		}
	}

	static Refusal altered(String login) {
		return Refusal.conflict("account.altered", login);
	}

}
