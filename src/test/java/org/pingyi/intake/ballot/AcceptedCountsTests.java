package org.pingyi.intake.ballot;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.log.AcceptedCounts;
import org.pingyi.intake.ballot.tally.ConsistencyReport;
import org.pingyi.intake.ballot.tally.Invariant;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ballots that were acknowledged and deleted together with their rights leave figures
 * behind that agree, but fewer than people were told.
 */
@PingyiTest
class AcceptedCountsTests {

	private static final int VOTED = 40;

	private static final int DELETED = 5;

	private final Ballots ballots;

	private final AcceptedCounts accepted;

	private final ConsistencyReports reports;

	private final BallotSamples samples;

	private final UnitSamples units;

	private final CycleSamples cycles;

	private final TransactionTemplate transactions;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	AcceptedCountsTests(Ballots ballots, AcceptedCounts accepted, ConsistencyReports reports, BallotSamples samples,
			UnitSamples units, CycleSamples cycles, TransactionTemplate transactions, Superuser superuser) {
		this.ballots = ballots;
		this.accepted = accepted;
		this.reports = reports;
		this.samples = samples;
		this.units = units;
		this.cycles = cycles;
		this.transactions = transactions;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void vote() {
		this.cycle = this.cycles.opened();
		vote(VOTED);
	}

	private void vote(int number) {
		this.samples.vote(this.cycle.id(), "ONLINE", this.units.waterBureau().id(), number, 1);
	}

	private ConsistencyReport report() {
		return this.reports.of(this.cycle);
	}

	private void deleteWhatWaits() {
		for (String sql : List.of(
				"delete from ballot_waiting where mark in (select mark from ballot_waiting limit " + DELETED + ")",
				"delete from ballot_right where right_hash in (select right_hash from ballot_right limit " + DELETED
						+ ")")) {
			assertThat(this.jdbc.update(sql)).isEqualTo(DELETED);
		}
	}

	@Test
	void tellsThatAcknowledgedBallotsAreGoneWithTheirRights() {
		assertThat(report().agrees()).isTrue();
		deleteWhatWaits();
		assertThat(report().counters().agree()).as("the control: nothing else tells of it").isTrue();
		assertThat(report().invariants()).filteredOn((invariant) -> !invariant.holds(report()))
			.containsExactly(Invariant.ACCEPTED_ARE_THERE);
		this.cycle = this.cycles.close(this.cycle);
		assertThat(Invariant.ACCEPTED_ARE_THERE.holds(report())).as("sealed").isFalse();
	}

	@Test
	void signsAtTheCloseHowManyWereAcknowledged() {
		deleteWhatWaits();
		this.cycles.close(this.cycle);
		assertThat(this.jdbc.queryForObject("select entry from ballot_act where entry like '%|ballots.accepted|%'",
				String.class))
			.endsWith("|" + VOTED);
	}

	@Test
	void countsNeitherRetriesNorWhatIsTakenBack() {
		Submission twice = this.samples.submission(this.cycle.id(), "ONLINE", this.units.waterBureau().id(), 1);
		this.ballots.submit(twice);
		this.ballots.submit(twice);
		assertThat(this.accepted.total(this.cycle.id())).as("a retry").isEqualTo(VOTED + 1);
		this.transactions.executeWithoutResult((status) -> {
			vote(DELETED);
			status.setRollbackOnly();
		});
		assertThat(this.accepted.total(this.cycle.id())).as("taken back").isEqualTo(VOTED + 1);
		this.transactions.executeWithoutResult((status) -> vote(DELETED));
		assertThat(this.accepted.total(this.cycle.id())).isEqualTo(VOTED + 1 + DELETED);
	}

}
