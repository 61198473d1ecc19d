package org.pingyi.intake.ballot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.tally.ConsistencyReport;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Invariant;
import org.pingyi.intake.ballot.tally.OnlineRights;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was used online is checked against who came through that door; nothing else is.
 */
@PingyiTest
class ConsistencyReportsTests {

	private final ConsistencyReports balances;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private Cycle cycle;

	ConsistencyReportsTests(ConsistencyReports balances, BallotSamples samples, CycleSamples cycles,
			UnitSamples units) {
		this.balances = balances;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	private void vote(String channel, int number) {
		this.samples.vote(this.cycle.id(), channel, this.units.waterBureau().id(), number, 1);
	}

	@Test
	void countsOnlineBallotsThatAreSealed() {
		this.samples.prove(this.cycle.id(), 2);
		vote("ONLINE", 3);
		this.samples.seal(this.cycle.id());
		vote("ONLINE", 4);
		vote("LEADER", 20);
		ConsistencyReport balance = this.balances.of(this.cycle);
		assertThat(balance.online()).isEqualTo(new OnlineRights(2, 5, 3));
		assertThat(balance.counters()).isEqualTo(new Counters(27, 24, 3, 3, 3, 0, 0, 2));
		assertThat(balance.agrees()).isTrue();
	}

	@Test
	void noticesBallotsThatNobodyProvedARightFor() {
		this.samples.prove(this.cycle.id(), 1);
		vote("ONLINE", 5);
		this.samples.seal(this.cycle.id());
		assertThat(this.balances.of(this.cycle).agrees()).isTrue();
		vote("ONLINE", 1);
		this.samples.seal(this.cycle.id());
		ConsistencyReport stuffed = this.balances.of(this.cycle);
		assertThat(Invariant.PROVED.holds(stuffed)).isFalse();
		assertThat(stuffed.counters().agree()).isTrue();
		assertThat(stuffed.agrees()).isFalse();
	}

}
