package org.pingyi.base.account;

import java.util.Set;

import org.pingyi.base.account.factor.SecondFactors;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.Refusal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of whoever is signed in. */
@Service
public class OwnFactors {

	private final AccountRepository repository;

	private final SecondFactors factors;

	private final FactorRules rules;

	OwnFactors(AccountRepository repository, SecondFactors factors, FactorRules rules) {
		this.repository = repository;
		this.factors = factors;
		this.rules = rules;
	}

	/**
	 * Removes a passkey, unless it is all that a required second factor rests on.
	 * @throws Refusal 404 {@code account.passkeyUnknown}, 409 {@code account.lastFactor}
	 */
	@PreAuthorize("isAuthenticated()")
	@Transactional
	public void removePasskey(long id) {
		String login = Actor.current().name();
		if (!this.factors.removePasskey(login, id) && this.rules.requiredOf(roles(login))) {
			throw Refusal.conflict("account.lastFactor");
		}
	}

	private Set<Role> roles(String login) {
		return this.repository.findByLogin(login).map((account) -> account.account().roles()).orElse(Set.of());
	}

}
