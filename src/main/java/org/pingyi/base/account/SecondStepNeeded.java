package org.pingyi.base.account;

import org.springframework.security.core.AuthenticationException;

/** The first step was right; a second factor has yet to be shown, or set up. */
public class SecondStepNeeded extends AuthenticationException {

	private final transient PendingSignIn pending;

	SecondStepNeeded(PendingSignIn pending) {
		super("a second factor is needed");
		this.pending = pending;
	}

	public PendingSignIn pending() {
		return this.pending;
	}

}
