package org.pingyi.base.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the chain of the trail: the whole of it every few hours, and at each look what
 * was appended since. How far it was followed is kept in memory, where nobody who writes
 * into the database can move it.
 */
@Service
public class TrailChecks {

	private static final Logger logger = LoggerFactory.getLogger(TrailChecks.class);

	private final AuditEntryRepository repository;

	private final ObjectProvider<KeptTrail> kept;

	private final Clock clock;

	private final TransactionTemplate reading;

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Known known;

	TrailChecks(AuditEntryRepository repository, ObjectProvider<KeptTrail> kept, Clock clock,
			PlatformTransactionManager transactions) {
		this.repository = repository;
		this.kept = kept;
		this.clock = clock;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	/** How far the chain was followed, what was lost of it, and since when. */
	private record Known(ChainWalk walk, long lost, Instant whole) {

		ChainState state() {
			return new ChainState(this.walk.entries(), this.walk.brokenAt(), this.lost);
		}

		TrailCheck check() {
			return new TrailCheck(state(), this.whole);
		}

	}

	/**
	 * Follows what was appended since the last look. After a start, when the entry at
	 * which that look ended is not as it was, and as long as the chain is broken, the
	 * whole is checked.
	 */
	@PreAuthorize("hasRole('AUDITOR')")
	public TrailCheck look() {
		return locked(() -> {
			Known last = this.known;
			return (last != null && last.state().intact() && stands(last.walk())) ? extended(last) : whole();
		});
	}

	/**
	 * Walks the whole trail and says whether each entry follows from those before, and
	 * whether those that were kept outside are still in it.
	 */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public ChainState verify(List<KeptEntry> kept) {
		return walk(kept).state();
	}

	@Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void checkWhole() {
		TrailCheck check = locked(this::whole);
		if (!check.state().intact()) {
			logger.error("The trail was altered in the database: {}", check.state());
		}
	}

	private TrailCheck locked(Supplier<TrailCheck> check) {
		this.lock.lock();
		try {
			return Objects.requireNonNull(this.reading.execute((status) -> check.get()));
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean stands(ChainWalk walk) {
		return walk.last() == 0 || this.repository.findHash(walk.last()).filter(walk::endsWith).isPresent();
	}

	private TrailCheck extended(Known last) {
		try (Stream<ChainedEntry> links = this.repository.streamAfter(last.walk().last())) {
			links.forEach(last.walk()::follow);
		}
		return last.check();
	}

	private TrailCheck whole() {
		Known now = walk(outside());
		this.known = now;
		return now.check();
	}

	private Known walk(List<KeptEntry> kept) {
		ChainWalk walk = new ChainWalk();
		Set<KeptEntry> missing = new HashSet<>(kept);
		try (Stream<ChainedEntry> links = this.repository.streamAfter(0)) {
			links.forEach((link) -> {
				walk.follow(link);
				missing.remove(link.kept());
			});
		}
		return new Known(walk, missing.stream().mapToLong(KeptEntry::id).min().orElse(0), this.clock.instant());
	}

	private List<KeptEntry> outside() {
		return this.kept.orderedStream().flatMap((trail) -> trail.entries().stream()).toList();
	}

}
