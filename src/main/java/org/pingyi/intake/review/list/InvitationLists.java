package org.pingyi.intake.review.list;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.pingyi.base.job.Job;
import org.pingyi.base.job.JobOrder;
import org.pingyi.base.job.Jobs;
import org.pingyi.base.job.KeptRows;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.review.Lots;
import org.pingyi.rules.cycle.Cycle;

/**
 * Lists of people to invite: looked at first, then invited by a job, all of them or
 * nobody. A list waits for a day, encrypted, for whoever uploaded it.
 */
@Service
@PreAuthorize("hasRole('OFFICE')")
public class InvitationLists {

	/** The most people on a list. */
	public static final int MOST = 50_000;

	private final InvitationCheck check;

	private final Lots lots;

	private final Jobs jobs;

	InvitationLists(InvitationCheck check, Lots lots, Jobs jobs) {
		this.check = check;
		this.lots = lots;
		this.jobs = jobs;
	}

	/** The columns of a list. */
	public List<String> columns() {
		return InvitationFile.COLUMNS;
	}

	/**
	 * Takes a list and says what would come of it. What is wrong in its rows is kept with
	 * it, to be looked through.
	 * @param name of its file
	 * @param reading reads the file into what it is given
	 */
	public InvitationPreview upload(Cycle cycle, String name, Consumer<Spreadsheet.Reader> reading) {
		UploadedList list = new UploadedList(this.check.file(cycle.id()), new KeptRows(InvitationFile.COLUMNS));
		reading.accept(list);
		UUID id = list.fits() ? this.jobs.prepare(new JobOrder(InvitationJob.CODE, name,
				"/desk/invitations?cycle=" + cycle.code(), List.of(String.valueOf(cycle.id()))), list.bytes()) : null;
		return new InvitationPreview(id, cycle.id(), list.people(), list.errors());
	}

	/**
	 * What would come of a list now.
	 * @throws Refusal 404 {@code job.unknown}, 409 {@code job.confirmed}
	 */
	public InvitationPreview preview(UUID id) {
		Job job = this.jobs.prepared(id, InvitationJob.CODE);
		return this.check.kept(id, Long.parseLong(job.parameters().getFirst()), this.jobs.input(id));
	}

	/**
	 * Draws by lot from a list.
	 * @return the seed
	 * @throws Refusal as {@link #preview}, 422 {@code review.list.changed}
	 */
	public String draw(UUID id) {
		InvitationPreview list = preview(id);
		if (!list.ready()) {
			throw Refusal.invalid("review.list.changed", list.errors().size(), list.errors().getFirst().row(),
					list.errors().getFirst().column());
		}
		return this.lots.draw(list.cycle(), list.people()).seed();
	}

	/**
	 * Orders the people of a list to be invited; once is enough, and a second time
	 * changes nothing.
	 * @param seed of a draw by lot; "" for all of them
	 * @param once whether the file of links is erased as soon as it was taken
	 * @throws Refusal as {@link #preview}, 422 {@code review.list.changed} or
	 * {@code review.draw.needed}, 409 {@code review.lotUnknown}
	 */
	public void confirm(UUID id, String seed, boolean once) {
		InvitationPreview list = preview(id);
		this.check.chosen(list, seed);
		this.jobs.confirm(id, List.of(String.valueOf(list.cycle()), seed), once);
	}

}
