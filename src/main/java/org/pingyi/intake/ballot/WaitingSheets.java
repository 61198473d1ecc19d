package org.pingyi.intake.ballot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Sheets on their way to the writers. A writer gets them all while no other writes: the
 * longer a statement takes, the more wait for the next, which costs little more than one
 * for a few. Only when it takes long does another writer go on meanwhile.
 */
final class WaitingSheets {

	/** More in one statement would keep the first of them waiting for no gain. */
	private static final int MOST = 256;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition ready = this.lock.newCondition();

	private final Queue<FilledSheet> waiting = new ArrayDeque<>();

	/** How many writers are at work. */
	private int writing;

	void add(FilledSheet sheet) {
		locked(() -> {
			this.waiting.add(sheet);
			// Whoever is woken for the first takes those that follow, too.
			if (this.writing == 0 && this.waiting.size() == 1) {
				this.ready.signal();
			}
			return sheet;
		});
	}

	/** Takes a sheet back; false when a writer has it already. */
	boolean remove(FilledSheet sheet) {
		return locked(() -> this.waiting.remove(sheet));
	}

	/**
	 * Waits for sheets and until no other writes, and takes them; whoever got some says
	 * when they are {@link #written}.
	 * @param patience milliseconds to wait for either at most
	 */
	List<FilledSheet> take(long patience) throws InterruptedException {
		this.lock.lock();
		try {
			long left = TimeUnit.MILLISECONDS.toNanos(patience);
			while (!isReady() && left > 0) {
				left = this.ready.awaitNanos(left);
			}
			List<FilledSheet> taken = new ArrayList<>();
			while (taken.size() < MOST && !this.waiting.isEmpty()) {
				taken.add(this.waiting.remove());
			}
			this.writing += taken.isEmpty() ? 0 : 1;
			return taken;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What one writer took is committed, or will not be. */
	void written() {
		locked(() -> this.writing--);
	}

	/** Takes all that wait, for nobody to write. */
	List<FilledSheet> clear() {
		return locked(() -> {
			List<FilledSheet> all = List.copyOf(this.waiting);
			this.waiting.clear();
			return all;
		});
	}

	boolean isEmpty() {
		return locked(this.waiting::isEmpty);
	}

	private <T> T locked(Supplier<T> step) {
		this.lock.lock();
		try {
			return step.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isReady() {
		return this.writing == 0 && !this.waiting.isEmpty();
	}

}
