package org.pingyi.base.message;

import java.util.ArrayList;
import java.util.List;

import org.pingyi.Samples;

import org.springframework.context.annotation.Primary;

/**
 * Runs tasks at once, in tests that do not ask when; or keeps them, in those that do.
 */
@Samples
@Primary
public class ImmediateTasks implements BackgroundTasks {

	private final List<Runnable> waiting = new ArrayList<>();

	private boolean kept;

	@Override
	public void soon(Runnable task) {
		if (this.kept) {
			this.waiting.add(task);
		}
		else {
			task.run();
		}
	}

	/** Keeps tasks from now on until they are run. */
	public void keepAll() {
		this.kept = true;
	}

	/** Runs what was kept, and from now on everything at once. */
	public void runAll() {
		this.kept = false;
		this.waiting.forEach(Runnable::run);
		this.waiting.clear();
	}

}
