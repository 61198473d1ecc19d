package org.pingyi.intake.ballot.key;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.KeysRefused;

/**
 * The key of this span. When it cannot be made, ballots go on under the newest there is,
 * which is in all directories, and nobody tries again for a while.
 */
final class CurrentKey {

	private static final Logger logger = LoggerFactory.getLogger(CurrentKey.class);

	/** Between two attempts, each of which takes a transaction and waits for disks. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Clock clock;

	private final IntSupplier span;

	private final Supplier<BoxKey> maker;

	private final Supplier<Optional<BoxKey>> newest;

	private final ReentrantLock making = new ReentrantLock();

	private volatile @Nullable BoxKey key;

	private volatile @Nullable Failure failure;

	/** Why a key could not be made, and until when nobody tries again. */
	private record Failure(RuntimeException reason, Instant until) {
	}

	/**
	 * @param span the number of this span
	 * @param maker makes its key, or finds it made
	 * @param newest the newest key in use, if there is any
	 */
	CurrentKey(Clock clock, IntSupplier span, Supplier<BoxKey> maker, Supplier<Optional<BoxKey>> newest) {
		this.clock = clock;
		this.span = span;
		this.maker = maker;
		this.newest = newest;
	}

	/**
	 * @throws KeysRefused when there is none and none can be made
	 * @throws UncheckedIOException when that is because a directory fails
	 */
	BoxKey get() {
		BoxKey known = this.key;
		return (known != null && isUsable(known)) ? known : next();
	}

	/** While no other can be made, a key is used beyond its span. */
	private boolean isUsable(BoxKey known) {
		return known.number() >= this.span.getAsInt() || recentFailure() != null;
	}

	private @Nullable Failure recentFailure() {
		Failure last = this.failure;
		return (last != null && this.clock.instant().isBefore(last.until())) ? last : null;
	}

	private BoxKey next() {
		this.making.lock();
		try {
			BoxKey next = this.key;
			if (next == null || !isUsable(next)) {
				next = madeOrNewest();
				this.key = next;
			}
			return next;
		}
		finally {
			this.making.unlock();
		}
	}

	private BoxKey madeOrNewest() {
		Failure recent = recentFailure();
		if (recent != null) {
			throw recent.reason();
		}
		try {
			BoxKey made = this.maker.get();
			noteSuccess();
			return made;
		}
		catch (UncheckedIOException | KeysRefused ex) {
			note(ex);
			return newest(ex);
		}
	}

	/** The newest that this node can read, or the last that it had read. */
	private BoxKey newest(RuntimeException reason) {
		BoxKey last = this.key;
		try {
			return this.newest.get().orElseThrow(() -> reason);
		}
		catch (UncheckedIOException | KeysRefused ex) {
			if (last == null) {
				throw reason;
			}
			return last;
		}
	}

	/** Makes a key of later; whether that fails is noted as if it were needed now. */
	void prepare(Runnable later) {
		try {
			later.run();
			noteSuccess();
		}
		catch (UncheckedIOException | KeysRefused ex) {
			note(ex);
		}
	}

	private void noteSuccess() {
		if (this.failure != null) {
			logger.info("Keys of ballots can be made again");
		}
		this.failure = null;
	}

	private void note(RuntimeException reason) {
		if (this.failure == null) {
			logger.error("A key of ballots cannot be made; the newest there is goes on", reason);
		}
		this.failure = new Failure(reason, this.clock.instant().plus(PAUSE));
	}

	/** Forgets it when it is not one of these. */
	void keepOnly(Set<Integer> used) {
		BoxKey known = this.key;
		if (known != null && !used.contains(known.number())) {
			this.key = null;
		}
	}

	void clear() {
		this.key = null;
		this.failure = null;
	}

}
