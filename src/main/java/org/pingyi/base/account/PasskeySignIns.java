package org.pingyi.base.account;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.passkey.NewPasskey;
import org.pingyi.base.account.passkey.PasskeyAnswer;
import org.pingyi.base.account.passkey.PasskeyChallenge;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.web.Refusal;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Service;

/**
 * The second step of a sign-in by a passkey. Nobody guesses one: they may be tried as
 * often as one likes.
 */
@Service
public class PasskeySignIns {

	private final SignIns signIns;

	private final Passkeys passkeys;

	PasskeySignIns(SignIns signIns, Passkeys passkeys) {
		this.signIns = signIns;
		this.passkeys = passkeys;
	}

	/**
	 * Takes the answer of a passkey instead of a code.
	 * @throws SignInRefused 410 {@code account.signInSpent}, or as {@link Passkeys#use}
	 */
	public Authentication confirm(@Nullable PendingSignIn pending, @Nullable PasskeyChallenge challenge,
			PasskeyAnswer answer, Origin origin) {
		Account account = this.signIns.waiting(pending);
		try {
			this.passkeys.use(account.login(), challenge, answer);
		}
		catch (Refusal refusal) {
			throw new SignInRefused(refusal);
		}
		return complete(account, pending, origin);
	}

	/**
	 * Adds a passkey for whoever needs a second factor and has none yet.
	 * @throws SignInRefused 410 {@code account.signInSpent}, or as {@link Passkeys#add}
	 */
	public Authentication setUp(@Nullable PendingSignIn pending, @Nullable PasskeyChallenge challenge, NewPasskey made,
			Origin origin) {
		Account account = this.signIns.waiting(pending);
		this.signIns.requireFirst(account, () -> this.passkeys.add(account.login(), challenge, made));
		return complete(account, pending, origin);
	}

	private Authentication complete(Account account, @Nullable PendingSignIn pending, Origin origin) {
		return this.signIns.complete(account, origin, SignIns.first(pending),
				FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
	}

}
