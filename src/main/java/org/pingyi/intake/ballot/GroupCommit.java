package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.workload.Workload;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the forms of many people at once: whoever comes waits until a writer is free,
 * which takes all that wait by then into one statement and answers each of them after the
 * commit. One commit per form would be a third as fast.
 */
@Component("ballotWritersHealthIndicator")
class GroupCommit implements SmartLifecycle, HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(GroupCommit.class);

	/** One writes; the other stands by should that one be held up. */
	private static final int WRITERS = 2;

	/** More at once only when they have to wait for one another. */
	private static final int CALM = 8;

	/**
	 * How long a writer waits for the other, or takes to notice that it should stop.
	 */
	private static final long MOMENT_MILLIS = 50;

	/** Boot starts the server 2048 phases before the last. */
	private static final int BEFORE_THE_SERVER = 4096;

	private final WaitingSheets waiting = new WaitingSheets();

	private final List<Thread> writers = new CopyOnWriteArrayList<>();

	private final SheetWriter writer;

	private volatile boolean running;

	/** What the last sheets met that the writer had no answer for. */
	private volatile @Nullable Throwable fault;

	/** How many people wait for their answer. */
	private final AtomicInteger unanswered = new AtomicInteger();

	/**
	 * @param ballots the part of the repository itself: nothing may stand between it and
	 * the writers
	 */
	GroupCommit(BallotInsertImpl ballots, PlatformTransactionManager transactions) {
		this.writer = new SheetWriter(ballots, new TransactionTemplate(transactions), this::turnAway);
	}

	/**
	 * Takes all ballots of one person and one cycle or none; returns after the commit.
	 * @return what became of them; all are taken when none is refused
	 */
	WriteResult take(List<SignedBallot> ballots) {
		FilledSheet sheet = new FilledSheet(ballots, new CompletableFuture<>());
		this.waiting.add(sheet);
		// Only now: writers that stop look once more for what waits.
		if (!this.running && this.waiting.remove(sheet)) {
			throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "web.error.503");
		}
		this.unanswered.incrementAndGet();
		try {
			return sheet.result().join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		finally {
			this.unanswered.decrementAndGet();
		}
	}

	private void write() {
		while (this.running || !this.waiting.isEmpty()) {
			List<FilledSheet> sheets = next();
			if (!sheets.isEmpty()) {
				write(sheets);
			}
		}
	}

	/** Those that are committed are answered while the next are written. */
	private void write(List<FilledSheet> sheets) {
		List<Runnable> answers = new ArrayList<>();
		try {
			this.writer.commit(sheets, answers);
			this.fault = null;
		}
		catch (Throwable ex) {
			// An Error, too: without a writer everybody who follows would wait for ever.
			this.fault = ex;
			logger.error("Sheets were not written", ex);
			answers.add(() -> sheets.forEach((sheet) -> sheet.result().completeExceptionally(ex)));
		}
		finally {
			this.waiting.written();
			Thread.startVirtualThread(() -> answers.forEach(Runnable::run));
		}
	}

	private List<FilledSheet> next() {
		try {
			return this.waiting.take(MOMENT_MILLIS);
		}
		catch (InterruptedException ex) {
			// Nobody has a reason to: a writer ends by itself, with nothing left behind.
			return List.of();
		}
	}

	/** Down while a writer is gone, or the last sheets met what no sheet should. */
	@Override
	public Health health() {
		boolean whole = !this.running || this.writers.stream().allMatch(Thread::isAlive);
		return (whole && this.fault == null) ? Health.up().build() : Health.down().build();
	}

	/** Whether many wait for their answer at this moment. */
	boolean isRushed() {
		return this.unanswered.get() > CALM;
	}

	/** When the database is away, all that wait learn it at once. */
	private void turnAway(RuntimeException outage) {
		this.waiting.clear().forEach((sheet) -> sheet.result().completeExceptionally(outage));
	}

	/** Starts before the web server, and stops after it has answered the last request. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - BEFORE_THE_SERVER;
	}

	@Override
	public synchronized void start() {
		this.running = true;
		for (int writer = 1; writer <= WRITERS; writer++) {
			this.writers.add(Thread.ofPlatform()
				.daemon()
				.name("ballot-writer-" + writer)
				.start(() -> Workload.VOTING.run(this::write)));
		}
	}

	/** Ends after the last form that waits is committed. */
	@Override
	public synchronized void stop() {
		this.running = false;
		this.writers.forEach(GroupCommit::join);
		this.writers.clear();
	}

	private static void join(Thread writer) {
		try {
			writer.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
