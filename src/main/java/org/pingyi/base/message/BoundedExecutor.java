package org.pingyi.base.message;

import java.util.concurrent.Semaphore;

import org.pingyi.base.web.workload.Workload;

import org.springframework.stereotype.Component;

/**
 * A few threads of this node, which work for whatever the request was for: nobody waits
 * for a code because jobs wait. Whatever they drop is found by the next scheduled run.
 */
@Component
class BoundedExecutor implements BackgroundTasks {

	private static final int THREADS = 8;

	private final Semaphore free = new Semaphore(THREADS);

	@Override
	public void soon(Runnable task) {
		if (this.free.tryAcquire()) {
			Workload asked = Workload.current();
			Thread.ofVirtual().name("message-task").start(() -> run(() -> asked.run(task)));
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
