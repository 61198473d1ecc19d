package org.pingyi.base.web.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives forms their keys, and takes each key once. Templates call it {@code @formKeys}. A
 * key is taken for one request before its act, and is used up by the transaction that
 * stores the act: whatever dies in between leaves a key that can be taken again after a
 * minute, and whoever took longer than that stores nothing.
 */
@Service("formKeys")
class FormKeys {

	/** Longer than any session: a form that is older is refused by its CSRF token. */
	private static final Duration LIFE = Duration.ofDays(2);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final FormKeyRepository repository;

	private final Clock clock;

	FormKeys(FormKeyRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/** The key of a form that is being shown. */
	public UUID fresh() {
		return UUID.randomUUID();
	}

	/** Takes a key; whether it was still good. */
	@Transactional
	boolean use(FormClaim claim) {
		Instant now = this.clock.instant();
		this.repository.deleteUsed(now.minus(LIFE));
		return this.repository.use(claim.key(), claim.id(), now, now.minus(PATIENCE)) == 1;
	}

	/** Whether a request has the key, and stored nothing so far. */
	@Transactional(readOnly = true)
	boolean pending(UUID key) {
		return this.repository.pending(key);
	}

	/** Uses the key up with the act, unless another request took it meanwhile. */
	@Transactional(propagation = Propagation.MANDATORY)
	void confirm(FormClaim claim) {
		if (this.repository.confirm(claim.key(), claim.id()) == 0) {
			throw Refusal.conflict("web.pending");
		}
	}

	/** Uses the key up, of whose act nothing was to be stored. */
	@Transactional
	void finish(FormClaim claim) {
		this.repository.confirm(claim.key(), claim.id());
	}

	/** Gives a key back; one whose act was stored only where that was no act yet. */
	@Transactional
	void release(FormClaim claim, boolean stored) {
		this.repository.release(claim.key(), claim.id(), stored);
	}

}
