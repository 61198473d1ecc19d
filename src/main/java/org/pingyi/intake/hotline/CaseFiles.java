package org.pingyi.intake.hotline;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.pingyi.base.job.Job;
import org.pingyi.base.job.JobOrder;
import org.pingyi.base.job.Jobs;
import org.pingyi.base.job.KeptRows;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.rules.cycle.Cycle;

/**
 * Files of cases: looked at first, then taken in by a job, all new cases or none. A file
 * waits for a day, encrypted and without the numbers of callers, for whoever uploaded it.
 */
@Service
@PreAuthorize("hasAnyRole('HOTLINE', 'OFFICE')")
public class CaseFiles {

	/** The most cases in a file. */
	public static final int MOST = 100_000;

	private final CaseIntake intake;

	private final Jobs jobs;

	CaseFiles(CaseIntake intake, Jobs jobs) {
		this.intake = intake;
		this.jobs = jobs;
	}

	/** The columns that a file must have, in the order of the template. */
	public List<String> columns() {
		return CaseSheet.COLUMNS;
	}

	/**
	 * Takes a file and says what would come of it. What is wrong in its rows is kept with
	 * it, to be looked through.
	 * @param name of the file
	 * @param reading reads the file into what it is given
	 * @param place the page that is given of what comes of it
	 * @throws Refusal 409 {@code hotline.notTaking}
	 */
	public CasePreview upload(Cycle cycle, String name, Consumer<Spreadsheet.Reader> reading, Pageable place) {
		CaseCheck check = this.intake.checking(cycle.id(), place);
		UploadedCases file = new UploadedCases(check);
		reading.accept(file);
		UUID id = file.fits() ? this.jobs.prepare(new JobOrder(CaseJob.CODE, name,
				"/desk/hotline?cycle=" + cycle.code(), List.of(String.valueOf(cycle.id()))), file.bytes()) : null;
		return check.preview(id, cycle.id());
	}

	/**
	 * What would come of a file now.
	 * @throws Refusal 404 {@code job.unknown}, 409 {@code job.confirmed} or
	 * {@code hotline.notTaking}
	 */
	public CasePreview preview(UUID id, Pageable place) {
		Job job = this.jobs.prepared(id, CaseJob.CODE);
		long cycle = Long.parseLong(job.parameters().getFirst());
		CaseCheck check = this.intake.checking(cycle, place);
		InputStream rows = this.jobs.input(id);
		KeptRows.read(rows, CaseSheet.COLUMNS, check::add);
		return check.preview(id, cycle);
	}

	/**
	 * Orders the cases of a file to be taken in; once is enough, and a second time
	 * changes nothing.
	 * @throws Refusal as {@link #preview}; 422 {@code hotline.changed} when a row does
	 * not fit any more
	 */
	public void confirm(UUID id) {
		CasePreview file = preview(id, PageRequest.of(0, 1));
		CaseIntake.require(file);
		this.jobs.confirm(id, List.of(String.valueOf(file.cycle())), false);
	}

}
