package org.pingyi.base.account;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.pingyi.Samples;
import org.pingyi.base.web.Refusal;

import org.springframework.context.annotation.Primary;

/** The hashing of the tests: it counts, and lets nobody wait for a thread that rests. */
@Samples
@Primary
public class CountedHashing extends PasswordHashing {

	private final AtomicLong count = new AtomicLong();

	CountedHashing() {
		super((nanos) -> {
		});
	}

	@Override
	<T> T run(Lane lane, Callable<T> work) {
		return super.run(lane, () -> {
			this.count.incrementAndGet();
			return work.call();
		});
	}

	/** How many hashes were made. */
	public long count() {
		return this.count.get();
	}

	/** Something done while strangers keep their lane full. */
	public void besideStrangers(Runnable act) {
		CountDownLatch end = new CountDownLatch(1);
		try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
			while (hasRoom()) {
				strangers.submit(() -> super.run(Lane.STRANGERS, () -> {
					end.await();
					return true;
				}));
			}
			try {
				act.run();
			}
			finally {
				end.countDown();
			}
		}
	}

	private boolean hasRoom() {
		try {
			requireRoom(Lane.STRANGERS);
			return true;
		}
		catch (Refusal full) {
			return false;
		}
	}

}
