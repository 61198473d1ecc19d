package org.pingyi.intake.review;

import java.security.MessageDigest;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals invitations with an HMAC under a key outside the database, over all that decides
 * who marks what. One that a statement of SQL made or altered opens no sheet, and the
 * trail names it. One that was put back as it once was is not noticed.
 */
@Component
class InvitationSeals implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(InvitationSeals.class);

	private static final String FIRST = "review.sealed";

	private final InvitationRepository repository;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	/** Told although what is refused is rolled back. */
	private final TransactionTemplate apart;

	InvitationSeals(InvitationRepository repository, Pseudonyms pseudonyms, Audit audit,
			PlatformTransactionManager transactions) {
		this.repository = repository;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Seals what an act made of an invitation; the last thing that it does to it. */
	void seal(InvitationEntity invitation) {
		invitation.seal(this.pseudonyms.mac(invitation.sealed()));
	}

	/**
	 * Makes sure that an invitation is as the last act left it.
	 * @throws Refusal 410 {@code review.invitationAltered}
	 */
	void require(long id) {
		if (this.repository.withUnits(id).filter(this::holds).isEmpty()) {
			logger.error("Invitation {} was altered in the database; it opens no sheet", id);
			this.apart.executeWithoutResult((status) -> this.audit.record("review.altered", "invitation:" + id, ""));
			throw new Refusal(HttpStatus.GONE, "review.invitationAltered");
		}
	}

	private boolean holds(InvitationEntity invitation) {
		byte[] seal = invitation.seal();
		return seal != null && MessageDigest.isEqual(seal, this.pseudonyms.mac(invitation.sealed()));
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.apart.executeWithoutResult((status) -> sealOnce());
	}

	/** The trail keeps a second time from being taken for the first. */
	void sealOnce() {
		List<Long> unsealed = this.repository.takeUnsealed();
		if (unsealed.isEmpty()) {
			return;
		}
		if (this.audit.knows(FIRST)) {
			logger.error("Invitations were put down to be sealed once more: {}; they stay as they are", unsealed);
			return;
		}
		unsealed.forEach((id) -> this.repository.withUnits(id).ifPresent(this::seal));
		this.audit.record(FIRST, "invitations", String.valueOf(unsealed.size()));
	}

}
