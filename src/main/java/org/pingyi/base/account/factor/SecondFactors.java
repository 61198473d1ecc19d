package org.pingyi.base.account.factor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody has a second factor, and whether a typed code is right. */
@Service
public class SecondFactors {

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	SecondFactors(Authenticators authenticators, RecoveryCodes recovery) {
		this.authenticators = authenticators;
		this.recovery = recovery;
	}

	/** Whether a password alone does not sign this person in. */
	@Transactional(readOnly = true)
	public boolean has(String login) {
		return this.authenticators.since(login).isPresent();
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

	/** Whoever lost everything starts anew. */
	@Transactional
	public void remove(String login) {
		this.authenticators.remove(login);
		this.recovery.remove(login);
	}

}
