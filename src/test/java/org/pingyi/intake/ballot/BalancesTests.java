package org.pingyi.intake.ballot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What was used online is held against who came through that door, and nothing else is. */
@PingyiTest
class BalancesTests {

	private final Balances balances;

	private final Ballots ballots;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	BalancesTests(Balances balances, Ballots ballots, BallotSamples samples, CycleSamples cycles, UnitSamples units,
			JdbcTemplate jdbc) {
		this.balances = balances;
		this.ballots = ballots;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	private void vote(String channel, int number) {
		this.samples.vote(this.cycle.id(), channel, this.units.waterBureau().id(), number, 1);
	}

	@Test
	void countsOnlineBallotsThatWaitAndThatAreSealed() {
		this.samples.prove(this.cycle.id(), 2);
		vote("ONLINE", 3);
		this.samples.seal(this.cycle.id());
		vote("ONLINE", 4);
		vote("LEADER", 20);
		Balance balance = this.balances.of(this.cycle);
		assertThat(balance.online()).isEqualTo(new OnlineRights(2, 5, 7));
		assertThat(balance.counters()).isEqualTo(new Counters(27, 24, 3, 3, 3, 0, 2));
		assertThat(balance.agrees()).isTrue();
	}

	@Test
	void noticesBallotsThatNobodyProvedARightFor() {
		this.samples.prove(this.cycle.id(), 1);
		vote("ONLINE", 5);
		assertThat(this.balances.of(this.cycle).agrees()).isTrue();
		vote("ONLINE", 1);
		Balance stuffed = this.balances.of(this.cycle);
		assertThat(Relation.PROVED.holds(stuffed)).isFalse();
		assertThat(stuffed.counters().agree()).isTrue();
		assertThat(stuffed.agrees()).isFalse();
	}

	@Test
	void tellsOnlyAfterTheCloseHowManyTheMethodSetsApart() {
		this.samples.prove(this.cycle.id(), 10);
		for (int index = 0; index < 4; index++) {
			Submission plain = this.samples.submission(this.cycle.id(), "ONLINE", this.units.waterBureau().id(), 1);
			this.ballots.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, Signal.OWN_NETWORK.bit()));
		}
		vote("ONLINE", 6);
		this.samples.seal(this.cycle.id());
		assertThat(this.balances.of(this.cycle)).extracting(Balance::apart, Balance::counted).containsExactly(0L, 10L);
		Cycle over = this.cycles.close(this.cycle);
		Balance closed = this.balances.of(over);
		assertThat(closed).extracting(Balance::apart, Balance::counted).containsExactly(4L, 6L);
		this.jdbc.update("""
				insert into ballot_apart (cycle_id, channel, unit_id, signals, reason, evidence, proposed_by, proposed_at,
					decided_by, decided_at, approved) values (?, 'ONLINE', ?, ?, '', '', 'a', now(), 'b', now(), true)""", this.cycle.id(),
				this.units.waterBureau().id(), Signal.OWN_NETWORK.bit());
		assertThat(this.balances.of(over).apart()).as("nothing is counted twice").isEqualTo(4);
	}

}
