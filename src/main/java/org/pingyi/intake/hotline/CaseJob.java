package org.pingyi.intake.hotline;

import java.util.ArrayList;
import java.util.List;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

import org.pingyi.base.job.JobKind;
import org.pingyi.base.job.JobOutcome;
import org.pingyi.base.job.JobRun;
import org.pingyi.base.job.KeptRows;
import org.pingyi.base.web.Spreadsheet;

/** Takes the cases of a file in that was looked at. */
@Component
class CaseJob implements JobKind {

	static final String CODE = "hotline.cases";

	private final CaseIntake intake;

	CaseJob(CaseIntake intake) {
		this.intake = intake;
	}

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public String name() {
		return "hotline.import";
	}

	@Override
	public List<String> roles() {
		return List.of("HOTLINE", "OFFICE");
	}

	/** Looks at all rows once more before the first is stored. */
	@Override
	public JobOutcome run(JobRun run) {
		long cycle = Long.parseLong(run.parameters().getFirst());
		CaseCheck check = this.intake.checking(cycle, PageRequest.of(0, 1));
		KeptRows.read(run.input(), CaseSheet.COLUMNS, check::add);
		CasePreview file = check.preview(run.id(), cycle);
		CaseIntake.require(file);
		long total = file.fresh().getTotalElements() + file.known().getTotalElements();
		Batches batches = new Batches(run, cycle, total);
		KeptRows.read(run.input(), CaseSheet.COLUMNS, batches::add);
		int added = batches.end();
		this.intake.record(cycle, added, " list:" + run.id());
		return JobOutcome.of("hotline.job.done", added, total - added);
	}

	/** Cases on their way, a thousand by one statement. */
	private final class Batches {

		private static final int AT_ONCE = 1000;

		private final JobRun run;

		private final long cycle;

		private final long total;

		private final CaseSheet sheet;

		private final List<HotlineCase.Details> some = new ArrayList<>();

		private long read;

		private int added;

		Batches(JobRun run, long cycle, long total) {
			this.run = run;
			this.cycle = cycle;
			this.total = total;
			this.sheet = CaseJob.this.intake.sheet(cycle, (error) -> {
				throw new IllegalStateException("Row " + error.row() + " was without fault a moment ago");
			});
		}

		void add(Spreadsheet.Row row) {
			this.sheet.read(row).ifPresent(this.some::add);
			this.read++;
			if (this.some.size() == AT_ONCE) {
				this.run.progress(this.read, this.total);
				flush();
			}
		}

		int end() {
			flush();
			return this.added;
		}

		private void flush() {
			this.added += CaseJob.this.intake.insert(this.cycle, this.some);
			this.some.clear();
		}

	}

}
