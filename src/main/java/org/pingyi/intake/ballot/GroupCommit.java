package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.pingyi.base.web.Outage;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycles;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the forms of many people at once: whoever comes waits until one of two writers
 * is free, which takes all that wait by then into one statement and answers each of them
 * after the commit. One commit per form would be a third as fast.
 */
@Component
class GroupCommit implements SmartLifecycle {

	private static final int WRITERS = 2;

	/** More in one statement would keep the first of them waiting for no gain. */
	private static final int MOST = 256;

	/** How long an idle writer takes to notice that it should stop. */
	private static final long MOMENT_MILLIS = 50;

	/** Boot starts the server 2048 phases before the last. */
	private static final int BEFORE_THE_SERVER = 4096;

	private final BlockingQueue<Sheet> waiting = new LinkedBlockingQueue<>();

	private final List<Thread> writers = new ArrayList<>();

	private final Cycles cycles;

	private final BallotRows rows;

	private final TransactionTemplate transaction;

	private volatile boolean running;

	GroupCommit(Cycles cycles, BallotRows rows, PlatformTransactionManager transactions) {
		this.cycles = cycles;
		this.rows = rows;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * All that one person hands in at once.
	 *
	 * @param used filled in after the commit: the ballots whose right had been used
	 */
	private record Sheet(List<SignedBallot> ballots, CompletableFuture<List<SignedBallot>> used) {

		long cycle() {
			return this.ballots.getFirst().submission().cycle();
		}

	}

	/** Part of a sheet would count and part of it not. */
	private static final class Torn extends RuntimeException {

	}

	/**
	 * Takes all ballots of one person and one cycle or none; returns after the commit.
	 * @return the ballots whose right had been used for another form
	 */
	List<SignedBallot> take(List<SignedBallot> ballots) {
		Sheet sheet = new Sheet(ballots, new CompletableFuture<>());
		this.waiting.add(sheet);
		// Only now: writers that stop look once more for what waits.
		if (!this.running && this.waiting.remove(sheet)) {
			throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "web.error.503");
		}
		try {
			return sheet.used().join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private void write() {
		while (this.running || !this.waiting.isEmpty()) {
			List<Sheet> sheets = next();
			if (!sheets.isEmpty()) {
				commit(sheets);
			}
		}
	}

	/** What waits; nothing when nobody comes for a moment. */
	private List<Sheet> next() {
		List<Sheet> sheets = new ArrayList<>();
		try {
			Sheet first = this.waiting.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
			if (first != null) {
				sheets.add(first);
				this.waiting.drainTo(sheets, MOST - 1);
			}
		}
		catch (InterruptedException ex) {
			// Nobody has a reason to: a writer ends by itself, with nothing left behind.
		}
		return sheets;
	}

	/** Commits what can go together; what cannot has its own turn right after. */
	private void commit(List<Sheet> sheets) {
		List<Sheet> together = new ArrayList<>();
		List<Sheet> after = new ArrayList<>();
		Set<ByteBuffer> rights = new HashSet<>();
		for (Sheet sheet : sheets) {
			List<ByteBuffer> own = sheet.ballots().stream().map(SignedBallot::key).toList();
			boolean fits = sheet.cycle() == sheets.getFirst().cycle() && own.stream().noneMatch(rights::contains);
			(fits ? together : after).add(sheet);
			rights.addAll(fits ? own : List.of());
		}
		commitTogether(together);
		if (!after.isEmpty()) {
			commit(after);
		}
	}

	private void commitTogether(List<Sheet> sheets) {
		try {
			answer(sheets, this.transaction.execute((status) -> untaken(sheets)));
		}
		catch (Torn torn) {
			apart(sheets, this::commitAlone);
		}
		catch (RuntimeException ex) {
			if (ex instanceof Refusal || Outage.causes(ex)) {
				fail(sheets, ex);
			}
			else {
				apart(sheets, (sheet) -> fail(List.of(sheet), ex));
			}
		}
	}

	/** Whatever is wrong with one sheet must not fall back on its neighbours. */
	private void apart(List<Sheet> sheets, Consumer<Sheet> last) {
		if (sheets.size() == 1) {
			last.accept(sheets.getFirst());
		}
		else {
			commitTogether(sheets.subList(0, sheets.size() / 2));
			commitTogether(sheets.subList(sheets.size() / 2, sheets.size()));
		}
	}

	/** When the database is away, all that wait learn it at once. */
	private void fail(List<Sheet> sheets, RuntimeException reason) {
		List<Sheet> failed = new ArrayList<>(sheets);
		if (Outage.causes(reason)) {
			this.waiting.drainTo(failed);
		}
		failed.forEach((sheet) -> sheet.used().completeExceptionally(reason));
	}

	private List<SignedBallot> untaken(List<Sheet> sheets) {
		this.cycles.holdOpen(sheets.getFirst().cycle());
		List<SignedBallot> all = sheets.stream().flatMap((sheet) -> sheet.ballots().stream()).toList();
		Set<ByteBuffer> taken = this.rows.insert(all);
		List<SignedBallot> untaken = this.rows.untaken(all, taken);
		for (Sheet sheet : sheets) {
			boolean some = sheet.ballots().stream().anyMatch((ballot) -> taken.contains(ballot.key()));
			if (some && sheet.ballots().stream().anyMatch(untaken::contains)) {
				throw new Torn();
			}
		}
		return untaken;
	}

	private static void answer(List<Sheet> sheets, List<SignedBallot> untaken) {
		sheets.forEach((sheet) -> sheet.used().complete(untaken.isEmpty() ? List.of() : in(sheet, untaken)));
	}

	private static List<SignedBallot> in(Sheet sheet, List<SignedBallot> untaken) {
		return sheet.ballots().stream().filter(untaken::contains).toList();
	}

	/** A sheet that would be torn is taken back whole and told so. */
	private void commitAlone(Sheet sheet) {
		try {
			sheet.used().complete(this.transaction.execute((status) -> {
				this.cycles.holdOpen(sheet.cycle());
				List<SignedBallot> used = this.rows.untaken(sheet.ballots(), this.rows.insert(sheet.ballots()));
				if (!used.isEmpty()) {
					status.setRollbackOnly();
				}
				return used;
			}));
		}
		catch (RuntimeException ex) {
			sheet.used().completeExceptionally(ex);
		}
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
			this.writers.add(Thread.ofPlatform().daemon().name("ballot-writer-" + writer).start(this::write));
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
