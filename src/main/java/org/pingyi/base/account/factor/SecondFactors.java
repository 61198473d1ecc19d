package org.pingyi.base.account.factor;

import org.pingyi.base.account.passkey.Passkeys;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody has a second factor, and whether a typed code is right. */
@Service
public class SecondFactors {

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final RecoveryCodes recovery;

	SecondFactors(Authenticators authenticators, Passkeys passkeys, RecoveryCodes recovery) {
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.recovery = recovery;
	}

	/** Whether a password alone does not sign this person in. */
	@Transactional(readOnly = true)
	public boolean has(String login) {
		return this.authenticators.since(login).isPresent() || this.passkeys.has(login);
	}

	/** Whether nobody could have guessed this code, even by trying without end. */
	public boolean unguessable(String code) {
		return RecoveryCodes.isOne(code);
	}

	/** Whether a code would be right now; it is not used up. */
	@Transactional(readOnly = true)
	public boolean matches(String login, String code) {
		return this.authenticators.matches(login, code) || this.recovery.matches(login, code);
	}

	/** Uses up a right code. */
	@Transactional
	public boolean use(String login, String code) {
		return this.authenticators.use(login, code) || this.recovery.use(login, code);
	}

	/**
	 * Takes up the first factor of whoever has none, which of two at once one does: who
	 * knows but a password replaces nothing.
	 * @return whether the person had none
	 */
	@Transactional
	public boolean addFirst(String login, Runnable enrolment) {
		this.authenticators.lock(login);
		if (has(login)) {
			return false;
		}
		enrolment.run();
		return true;
	}

	/**
	 * Removes a passkey; the recovery codes go with the last factor.
	 * @return whether the person still has one
	 * @throws org.pingyi.base.web.Refusal 404 {@code account.passkeyUnknown}
	 */
	@Transactional
	public boolean removePasskey(String login, long id) {
		this.authenticators.lock(login);
		this.passkeys.remove(login, id);
		boolean left = has(login);
		if (!left) {
			this.recovery.remove(login);
		}
		return left;
	}

	/** Whoever lost everything starts anew. */
	@Transactional
	public void remove(String login) {
		this.authenticators.remove(login);
		this.passkeys.removeAll(login);
		this.recovery.remove(login);
	}

}
