package org.pingyi.base.account;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.factor.SecondFactors;
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

	private final SecondFactors factors;

	private final Passkeys passkeys;

	PasskeySignIns(SignIns signIns, SecondFactors factors, Passkeys passkeys) {
		this.signIns = signIns;
		this.factors = factors;
		this.passkeys = passkeys;
	}

	/**
	 * Takes the answer of a passkey instead of a code.
	 * @throws SignInRefused 410 {@code account.signInSpent}, or as {@link Passkeys#use}
	 */
	public Authentication confirm(@Nullable PendingSignIn pending, @Nullable PasskeyChallenge challenge,
			PasskeyAnswer answer, Origin origin) {
		return complete(pending, origin, (login) -> this.passkeys.use(login, challenge, answer));
	}

	/**
	 * Adds a passkey for whoever needs a second factor and has none yet.
	 * @throws SignInRefused 410 {@code account.signInSpent}, or as {@link Passkeys#add}
	 */
	public Authentication setUp(@Nullable PendingSignIn pending, @Nullable PasskeyChallenge challenge, NewPasskey made,
			Origin origin) {
		boolean had = this.signIns.waiting(pending).secondFactor();
		return complete(pending, origin, (login) -> {
			if (had || this.factors.has(login)) {
				throw SignIns.spent();
			}
			this.passkeys.add(login, challenge, made);
		});
	}

	private Authentication complete(@Nullable PendingSignIn pending, Origin origin, Consumer<String> proof) {
		Account account = this.signIns.waiting(pending);
		try {
			proof.accept(account.login());
		}
		catch (Refusal refusal) {
			throw new SignInRefused(refusal);
		}
		return this.signIns.complete(account, origin, SignIns.first(pending),
				FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
	}

}
