package org.pingyi.intake.review.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.springframework.stereotype.Component;

import org.pingyi.base.job.JobKind;
import org.pingyi.base.job.JobOutcome;
import org.pingyi.base.job.JobRun;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.rules.cycle.Cycles;

/** Invites the people of a list, and writes their links into a file as it does. */
@Component
class InvitationJob implements JobKind {

	static final String CODE = "review.invitations";

	private static final int AT_ONCE = 1000;

	private final InvitationCheck check;

	private final Invitations invitations;

	private final LinkFile links;

	private final Cycles cycles;

	InvitationJob(InvitationCheck check, Invitations invitations, LinkFile links, Cycles cycles) {
		this.check = check;
		this.invitations = invitations;
		this.links = links;
		this.cycles = cycles;
	}

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public String name() {
		return "review.import.title";
	}

	@Override
	public List<String> roles() {
		return List.of("OFFICE");
	}

	@Override
	public boolean confidential() {
		return true;
	}

	@Override
	public JobOutcome run(JobRun run) throws IOException {
		long cycle = Long.parseLong(run.parameters().getFirst());
		List<NewInvitation> people = this.check.chosen(this.check.kept(run.id(), cycle, run.input()),
				run.parameters().getLast());
		try (OutputStream out = run.result("invitations-" + this.cycles.byId(cycle).code() + ".csv", Download.CSV)) {
			out.write(Spreadsheets.csv(LinkFile.COLUMNS, List.of()));
			for (int from = 0; from < people.size(); from += AT_ONCE) {
				run.progress(from, people.size());
				out.write(invite(cycle, people.subList(from, Math.min(from + AT_ONCE, people.size()))));
			}
		}
		this.invitations.recordList(cycle, people.size(), run.id());
		return JobOutcome.of("review.list.done", people.size());
	}

	private byte[] invite(long cycle, List<NewInvitation> some) {
		List<IssuedInvitation> issued = this.invitations.inviteSome(cycle, some);
		return Spreadsheets.csvRows(this.links.rows(cycle, issued));
	}

}
