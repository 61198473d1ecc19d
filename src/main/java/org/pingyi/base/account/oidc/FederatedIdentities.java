package org.pingyi.base.account.oidc;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which identities are bound to which accounts: by the person alone, who was signed in
 * and at the identity service at the same time; never because two names are alike.
 */
@Service
public class FederatedIdentities {

	private final FederatedIdentityRepository repository;

	private final OidcProvider provider;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final Clock clock;

	FederatedIdentities(FederatedIdentityRepository repository, OidcProvider provider, Pseudonyms pseudonyms,
			Audit audit, Clock clock) {
		this.repository = repository;
		this.provider = provider;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whose account an identity is bound to. */
	@Transactional(readOnly = true)
	public Optional<String> login(FederatedIdentity identity) {
		return this.repository.findByIssuerAndSubject(identity.issuer(), hash(identity))
			.filter(this::isGenuine)
			.map(FederatedIdentityEntity::login);
	}

	/** Seals what an account was bound to before there were seals. */
	@Transactional
	public void seal(String login) {
		this.repository.findByLogin(login).forEach((bound) -> bound.seal(this.pseudonyms.mac(bound.sealed())));
	}

	/** The people whose bonds were put there, or altered, in the database. */
	@Transactional(readOnly = true)
	public Stream<String> altered() {
		return this.repository.findAll()
			.stream()
			.filter((bound) -> !isGenuine(bound))
			.map(FederatedIdentityEntity::login)
			.toList()
			.stream();
	}

	private boolean isGenuine(FederatedIdentityEntity bound) {
		byte[] seal = bound.seal();
		return seal != null && MessageDigest.isEqual(seal, this.pseudonyms.mac(bound.sealed()));
	}

	/**
	 * Since when an account is bound to an identity of the service that is configured.
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> since(String login) {
		return this.repository.findByIssuerAndLogin(this.provider.issuer(), login).map(FederatedIdentityEntity::since);
	}

	/**
	 * Binds an identity to one's own account.
	 * @throws Refusal 409 {@code account.identityTaken} when either is bound already
	 */
	@PreAuthorize("isAuthenticated()")
	@Transactional
	public void bind(FederatedIdentity identity) {
		String login = Actor.current().name();
		FederatedIdentityEntity bound = new FederatedIdentityEntity(identity.issuer(), hash(identity), login,
				this.clock.instant());
		bound.seal(this.pseudonyms.mac(bound.sealed()));
		try {
			this.repository.saveAndFlush(bound);
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("account.identityTaken");
		}
		this.audit.record("account.identityBound", "account:" + login, identity.issuer());
	}

	/** Unbinds whatever an account is bound to. */
	@Transactional
	public void remove(String login) {
		if (this.repository.deleteOf(login) > 0) {
			this.audit.record("account.identityRemoved", "account:" + login, "");
		}
	}

	/** Services are known to take the number of an identity card for a subject. */
	private String hash(FederatedIdentity identity) {
		return this.pseudonyms.of("account.identity", identity.issuer() + "\n" + identity.subject());
	}

}
