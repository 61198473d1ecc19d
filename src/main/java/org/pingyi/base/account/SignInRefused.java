package org.pingyi.base.account;

import org.pingyi.base.web.Refusal;

import org.springframework.security.core.AuthenticationException;

/** A sign-in was refused, and why, as the form shows it. */
public class SignInRefused extends AuthenticationException {

	private final transient Refusal refusal;

	public SignInRefused(Refusal refusal) {
		super(refusal.key(), refusal);
		this.refusal = refusal;
	}

	public Refusal refusal() {
		return this.refusal;
	}

	/** Unknown names, wrong passwords and disabled accounts all fail alike. */
	public static SignInRefused wrong() {
		return new SignInRefused(Refusal.invalid("account.signInWrong"));
	}

}
