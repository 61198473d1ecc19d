package org.pingyi.intake.review;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals invitations with an HMAC under a key outside the database, over all that decides
 * who marks what, in which browser, and whether they signed. One that a statement of SQL
 * made or altered opens no sheet, and the trail names it, at the close at the latest. One
 * that was put back as it once was is not noticed.
 */
@Component
class InvitationSeals implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(InvitationSeals.class);

	private static final String FIRST = "review.sealed";

	private static final String AGAIN = "review.sealedMore";

	private static final int SOME = 1000;

	private final InvitationRepository repository;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final EntityManager entities;

	/** Told although what is refused is rolled back. */
	private final TransactionTemplate apart;

	InvitationSeals(InvitationRepository repository, Pseudonyms pseudonyms, Audit audit, EntityManager entities,
			PlatformTransactionManager transactions) {
		this.repository = repository;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.entities = entities;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Seals what an act made of an invitation; the last thing that it does to it. */
	void seal(InvitationEntity invitation) {
		invitation.seal(this.pseudonyms.mac(invitation.sealed()));
	}

	/** Changes an invitation whose row the caller holds, and seals it. */
	void change(long id, Consumer<InvitationEntity> change) {
		InvitationEntity stored = this.repository.withUnits(id).orElseThrow();
		change.accept(stored);
		seal(stored);
	}

	/** Notes that the trail names a signature; one that was altered stays unsealed. */
	void enter(InvitationEntity signed) {
		boolean holds = holds(signed);
		signed.enter();
		if (holds) {
			seal(signed);
		}
	}

	/**
	 * Makes sure that an invitation is as the last act left it.
	 * @throws Refusal 410 {@code review.invitationAltered}
	 */
	void require(long id) {
		if (!holds(id)) {
			tell(id);
			throw new Refusal(HttpStatus.GONE, "review.invitationAltered");
		}
	}

	/** The same for an act that hides no alteration: it is told, and goes on. */
	void look(long id) {
		if (!holds(id)) {
			tell(id);
		}
	}

	/** Tells of all in a cycle that were altered, whether or not anybody opens them. */
	void tellAltered(long cycle) {
		List<Long> some = this.repository.following(cycle, 0, Limit.of(SOME));
		while (!some.isEmpty()) {
			altered(some).forEach(this::tell);
			some = this.repository.following(cycle, some.getLast(), Limit.of(SOME));
		}
	}

	private List<Long> altered(List<Long> ids) {
		return this.repository.allWithUnits(ids)
			.stream()
			.filter((stored) -> !holds(stored))
			.map(InvitationEntity::id)
			.toList();
	}

	private void tell(long id) {
		logger.error("Invitation {} was altered in the database; it opens no sheet", id);
		this.apart.executeWithoutResult((status) -> this.audit.record("review.altered", "invitation:" + id, ""));
	}

	/** What was looked at is read anew when it is changed. */
	private boolean holds(long id) {
		Optional<InvitationEntity> stored = this.repository.withUnits(id);
		stored.ifPresent(this.entities::detach);
		return stored.filter(this::holds).isPresent();
	}

	private boolean holds(InvitationEntity invitation) {
		return agrees(invitation, invitation.sealed());
	}

	private boolean agrees(InvitationEntity invitation, String[] sealed) {
		byte[] seal = invitation.seal();
		return seal != null && MessageDigest.isEqual(seal, this.pseudonyms.mac(sealed));
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.apart.executeWithoutResult((status) -> sealOnce());
	}

	/** The trail keeps a second time from being taken for the first. */
	void sealOnce() {
		List<Long> older = this.repository.takeUnsealed();
		if (!this.audit.knows(AGAIN)) {
			sealOlder(older);
			this.audit.record(AGAIN, "invitations", String.valueOf(older.size()));
		}
		else if (!older.isEmpty()) {
			logger.error("Invitations were put down to be sealed once more: {}; they stay as they are", older);
		}
	}

	private void sealOlder(List<Long> older) {
		boolean first = !this.audit.knows(FIRST);
		for (int from = 0; from < older.size(); from += SOME) {
			this.repository.allWithUnits(older.subList(from, Math.min(from + SOME, older.size())))
				.stream()
				.filter((stored) -> (stored.seal() == null) ? first : agrees(stored, stored.sealedBefore()))
				.forEach(this::seal);
			this.entities.flush();
			this.entities.clear();
		}
	}

}
