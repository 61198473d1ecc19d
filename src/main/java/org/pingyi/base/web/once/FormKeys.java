package org.pingyi.base.web.once;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives forms their keys, and takes each key once. Templates call it {@code @formKeys}.
 */
@Service("formKeys")
class FormKeys {

	/** Longer than any session: a form that is older is refused by its CSRF token. */
	private static final Duration LIFE = Duration.ofDays(2);

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
	boolean use(UUID key) {
		this.repository.deleteUsed(this.clock.instant().minus(LIFE));
		return this.repository.use(key, this.clock.instant()) == 1;
	}

	/** Gives a key back, because nothing came of its form. */
	@Transactional
	void release(UUID key) {
		this.repository.release(key);
	}

}
