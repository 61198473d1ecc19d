package org.pingyi.base.message;

import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

/** A few threads of this node; whatever they drop is found by the next scheduled run. */
@Component
class BoundedExecutor implements BackgroundTasks {

	private static final int THREADS = 8;

	private final Semaphore free = new Semaphore(THREADS);

	@Override
	public void soon(Runnable task) {
		if (this.free.tryAcquire()) {
			Thread.ofVirtual().name("message-task").start(() -> run(task));
		}
	}

	private void run(Runnable task) {
		try {
			task.run();
		}
		finally {
			this.free.release();
		}
	}

}
