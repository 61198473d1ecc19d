package org.pingyi.base.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import org.pingyi.Samples;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.Refusal;

/** Writes what it reads, and as many lines as its first parameter says. */
@Samples
class LinesJob implements JobKind {

	static final String CODE = "job.lines";

	/** What else is done before the last line. */
	private Consumer<JobRun> before = (run) -> {
	};

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public String name() {
		return "job.title";
	}

	@Override
	public List<String> roles() {
		return List.of("OFFICE");
	}

	@Override
	public boolean confidential() {
		return true;
	}

	void before(Consumer<JobRun> act) {
		this.before = act;
	}

	@Override
	public JobOutcome run(JobRun run) throws IOException {
		int lines = Integer.parseInt(run.parameters().getFirst());
		try (OutputStream out = run.result("lines.csv", Download.CSV)) {
			run.input().transferTo(out);
			for (int line = 1; line <= lines; line++) {
				run.progress(line, lines);
				out.write(("line " + line + "\n").getBytes(StandardCharsets.UTF_8));
			}
			this.before.accept(run);
		}
		if (lines == 0) {
			throw Refusal.invalid("job.noResult");
		}
		return JobOutcome.of("job.count", lines);
	}

}
