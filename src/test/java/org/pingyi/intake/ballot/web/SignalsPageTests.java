package org.pingyi.intake.ballot.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office looks at flagged ballots. */
@PingyiTest
class SignalsPageTests {

	private final MockMvcTester mvc;

	private final BallotSamples samples;

	private final Ballots ballots;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private Cycle cycle;

	SignalsPageTests(MockMvcTester mvc, BallotSamples samples, Ballots ballots, CycleSamples cycles,
			UnitSamples units) {
		this.mvc = mvc;
		this.samples = samples;
		this.ballots = ballots;
		this.cycles = cycles;
		this.units = units;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	private void vote(Unit unit, int number, int signals) {
		for (int index = 0; index < number; index++) {
			Submission plain = this.samples.submission(this.cycle.id(), "ONLINE", unit.id(), 1);
			this.ballots.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, signals));
		}
	}

	private MvcTestResult page(String address) {
		return this.mvc.get().uri(address).with(user("office1").roles("OFFICE")).exchange();
	}

	@Test
	void saysThatNoBallotIsFlagged() {
		vote(this.units.waterBureau(), 12, 0);
		assertThat(page("/desk/cycles/2026/signals")).hasStatusOk().bodyText().contains("还没有可疑选票");
	}

	@Test
	void countsWhatIsSealedAndHidesFew() {
		vote(this.units.waterBureau(), 8, 0);
		vote(this.units.waterBureau(), 7, Signal.BURST.bit());
		this.samples.seal(this.cycle.id());
		assertThat(page("/desk/cycles/2026/signals")).hasStatusOk().bodyText().doesNotContain("12（60%）");
		vote(this.units.waterBureau(), 5, Signal.BURST.bit() | Signal.TOO_FAST.bit());
		vote(this.units.policeBureau(), 20, 0);
		assertThat(page("/desk/cycles/2026/signals")).hasStatusOk().bodyText().contains("25 份等待封存");
		this.samples.seal(this.cycle.id());
		assertThat(page("/desk/cycles/2026/signals")).hasStatusOk()
			.bodyText()
			.contains("12（60%）", "明显高于同组", "不到 10", "截止前只看份数")
			.doesNotContain("5（25%）", "考评办法的处理", "??");
		assertThat(page("/desk/cycles/2026/signals.csv")).hasStatusOk()
			.bodyText()
			.contains("ONLINE,SWJ,WIN,20,0,12,<10,0,0", "ONLINE,GAJ,WIN,20,0,0,0,0,0");
	}

	@Test
	void tellsAfterTheCloseWhatTheMethodDoes() {
		vote(this.units.waterBureau(), 11, Signal.BURST.bit());
		vote(this.units.waterBureau(), 3, Signal.BURST.bit() | Signal.OWN_NETWORK.bit());
		this.cycles.close(this.cycle);
		assertThat(page("/desk/cycles/2026/signals")).hasStatusOk()
			.bodyText()
			.contains("按疑点归类", "每份折算为 0.5 份", "不计入，单列", "来自被评单位自己的网络 + 短时间内突然大量投票")
			.doesNotContain(">3<");
	}

	@Test
	void isReachedFromParticipation() {
		assertThat(page("/desk/participation")).bodyText().contains("/desk/cycles/2026/signals");
	}

}
