package org.pingyi.intake.ballot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.ballot.log.AcceptedCounts;
import org.pingyi.intake.ballot.log.SignedRecords;
import org.pingyi.intake.ballot.tally.ConsistencyReport;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.OnlineRights;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Door;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Draws up what anybody may compare about a year; counts only, not under embargo. */
@Service
public class ConsistencyReports {

	private final BallotCounts counts;

	private final BallotForms forms;

	private final SignedRecords records;

	private final AcceptedCounts accepted;

	ConsistencyReports(BallotCounts counts, BallotForms forms, SignedRecords records, AcceptedCounts accepted) {
		this.records = records;
		this.accepted = accepted;
		this.counts = counts;
		this.forms = forms;
	}

	/**
	 * The report of a year that has opened, in one snapshot. It counts every row: not for
	 * each request of a crowd.
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public ConsistencyReport of(Cycle cycle) {
		long accepted = this.accepted.total(cycle.id());
		Counters counters = this.counts.counters(cycle.id());
		return new ConsistencyReport(counters, online(cycle.id(), counters.verified()),
				this.records.altered(cycle.id()), accepted);
	}

	private OnlineRights online(long cycle, long verified) {
		List<BallotForm> forms = this.forms.of(cycle, Door.VOTE);
		Set<String> channels = forms.stream().map((form) -> form.channel().code()).collect(Collectors.toSet());
		long used = this.counts.participation(cycle)
			.stream()
			.filter((row) -> channels.contains(row.channel()))
			.mapToLong(Participation::ballots)
			.sum();
		return new OnlineRights(verified, forms.stream().mapToLong((form) -> form.units().size()).sum(), used);
	}

}
