package org.pingyi.base.account;

import org.pingyi.base.account.oidc.FederatedIdentities;
import org.pingyi.base.account.oidc.FederatedIdentity;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Service;

/**
 * Signs staff in by the city's identity service instead of a password: to the account
 * that is bound to the identity, with the second factor that it needs.
 */
@Service
public class FederatedSignIns {

	private final FederatedIdentities identities;

	private final SignInRecords records;

	private final SignInLimits limits;

	private final SignIns signIns;

	FederatedSignIns(FederatedIdentities identities, SignInRecords records, SignInLimits limits, SignIns signIns) {
		this.identities = identities;
		this.records = records;
		this.limits = limits;
		this.signIns = signIns;
	}

	/**
	 * Counts somebody who leaves for the identity service.
	 * @throws TooManyRequests {@code account.oidc.wait}
	 */
	public void admit(Origin origin) {
		this.limits.admitDeparture(origin);
	}

	/**
	 * The first step: whom the identity service vouches for.
	 * @throws SecondStepNeeded when that alone does not do
	 * @throws SignInRefused 403 {@code account.oidc.unbound},
	 * {@code account.oidc.disabled}
	 */
	public Authentication signIn(FederatedIdentity identity, Origin origin) {
		Account account = this.identities.login(identity)
			.flatMap(this.records::find)
			.map(AccountEntity::account)
			.orElseThrow(() -> refused("account.oidc.unbound"));
		if (!account.enabled() || !account.activated()) {
			this.records.failed(account.login());
			throw refused("account.oidc.disabled");
		}
		this.limits.refundDeparture(origin);
		return this.signIns.firstStep(account, FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, origin);
	}

	private static SignInRefused refused(String key) {
		return new SignInRefused(new Refusal(HttpStatus.FORBIDDEN, key));
	}

}
