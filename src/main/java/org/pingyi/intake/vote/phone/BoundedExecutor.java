package org.pingyi.intake.vote.phone;

import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

/** A few hands of this node; whatever they drop is found by the next round. */
@Component
class BoundedExecutor implements BackgroundTasks {

	private static final int HANDS = 8;

	private final Semaphore free = new Semaphore(HANDS);

	@Override
	public void soon(Runnable errand) {
		if (this.free.tryAcquire()) {
			Thread.ofVirtual().name("vote-errand").start(() -> doIt(errand));
		}
	}

	private void doIt(Runnable errand) {
		try {
			errand.run();
		}
		finally {
			this.free.release();
		}
	}

}
