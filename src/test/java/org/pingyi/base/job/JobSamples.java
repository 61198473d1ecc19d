package org.pingyi.base.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.pingyi.As;
import org.pingyi.Samples;

import org.springframework.data.domain.PageRequest;

/** Does the jobs that wait, as a node would. */
@Samples
public class JobSamples {

	private final Jobs jobs;

	private final JobWorker worker;

	JobSamples(Jobs jobs, JobWorker worker) {
		this.jobs = jobs;
		this.worker = worker;
	}

	/** Does all that waits. */
	public void runAll() {
		this.worker.runAll();
	}

	/** Does all that waits, and gives the last job of the office. */
	public Job done() {
		runAll();
		return As.office(() -> this.jobs.own(PageRequest.of(0, 1)).getContent().getFirst());
	}

	/** The result of a job of the office, as text. */
	public String text(UUID job) {
		return As.office(() -> {
			this.jobs.take(job);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try {
				this.jobs.send(job, out);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return out.toString(StandardCharsets.UTF_8);
		});
	}

}
