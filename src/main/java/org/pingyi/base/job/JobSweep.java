package org.pingyi.base.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases results whose time is over, what was looked at and never confirmed, and, in the
 * end, jobs.
 */
@Component
class JobSweep {

	private static final Duration LOOKED_AT = Duration.ofDays(1);

	private static final Duration LISTED = Duration.ofDays(60);

	private static final int AT_ONCE = 100;

	private final JobRepository repository;

	private final JobParts parts;

	private final JobKinds kinds;

	private final Clock clock;

	private final Duration kept;

	private final TransactionTemplate each;

	JobSweep(JobRepository repository, JobParts parts, JobKinds kinds, Clock clock,
			PlatformTransactionManager transactions, @Value("${pingyi.jobs.kept:7d}") Duration kept) {
		this.repository = repository;
		this.parts = parts;
		this.kinds = kinds;
		this.clock = clock;
		this.kept = kept;
		this.each = new TransactionTemplate(transactions);
	}

	void sweep() {
		Instant now = this.clock.instant();
		this.repository.kept(now.minus(this.kept), Limit.of(AT_ONCE)).forEach((id) -> erase(id, now));
		this.repository.past(now.minus(LOOKED_AT), now.minus(LISTED), Limit.of(AT_ONCE)).forEach(this::delete);
	}

	private void erase(UUID id, Instant now) {
		this.each
			.executeWithoutResult((status) -> this.repository.lock(id).filter(JobEntity::hasResult).ifPresent((job) -> {
				this.parts.eraseResult(id, this.kinds.confidential(job));
				job.erase(now);
			}));
	}

	private void delete(UUID id) {
		this.each.executeWithoutResult((status) -> this.repository.lock(id).ifPresent((job) -> {
			this.parts.eraseResult(id, this.kinds.confidential(job));
			this.repository.delete(id);
		}));
	}

}
