package org.pingyi.outcome.result.web;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.Chromium;
import org.pingyi.PingyiSecondTest;
import org.pingyi.Unplugged;
import org.pingyi.base.unit.Networks;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.key.KeyDestructions;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.NewExclusion;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * What is said about flagged ballots, in a real browser at three widths; pictures are
 * kept under {@code target/screenshots}.
 */
@PingyiSecondTest
class SignalLayoutTests {

	private final Unplugged office;

	private final ResultSamples results;

	private final BallotSamples samples;

	private final Ballots ballots;

	private final Exclusions separations;

	private final KeyDestructions destructions;

	private final Networks networks;

	private final UnitSamples units;

	private final CycleSamples cycles;

	SignalLayoutTests(MockMvcTester mvc, ResultSamples results, BallotSamples samples, Ballots ballots,
			Exclusions separations, KeyDestructions destructions, Networks networks, UnitSamples units,
			CycleSamples cycles) {
		this.office = new Unplugged(mvc, user("office1").roles("OFFICE"));
		this.results = results;
		this.samples = samples;
		this.ballots = ballots;
		this.separations = separations;
		this.destructions = destructions;
		this.networks = networks;
		this.units = units;
		this.cycles = cycles;
	}

	private void flatter(Cycle cycle, int number, int signals) {
		for (int index = 0; index < number; index++) {
			Submission plain = this.samples.submission(cycle.id(), "ONLINE", this.units.policeBureau().id(), 1);
			this.ballots.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, signals));
		}
	}

	@Test
	void haveNoBarriersAtAnyWidth() {
		Cycle cycle = this.results.voted();
		flatter(cycle, 18, Signal.OWN_NETWORK.bit());
		flatter(cycle, 12, Signal.BURST.bit());
		flatter(cycle, 11, Signal.ALL_ALIKE.bit());
		flatter(cycle, 4, Signal.BURST.bit() | Signal.TOO_FAST.bit());
		Cycle closed = this.cycles.close(cycle);
		long apart = As.office(() -> {
			this.networks.add("GAJ", "10.1.2.0/24");
			return this.separations.propose(new NewExclusion(cycle.id(), "ONLINE", this.units.policeBureau().id(),
					Signal.ALL_ALIKE.bit(), "同一机房提交，答案雷同", "网信办 2026-11-20 机房记录"));
		});
		try (Chromium browser = Chromium.start()) {
			Page page = this.office.page(browser, Chromium.PHONE);
			for (String lang : new String[] { "zh", "en" }) {
				show(page, "/desk/cycles/2026/signals?lang=" + lang, "signals-" + lang);
				show(page, "/desk/cycles/2026/apart?lang=" + lang, "apart-" + lang);
				show(page, "/desk/units/GAJ/networks?lang=" + lang, "networks-" + lang);
				show(page, "/desk/units/GAJ?lang=" + lang, "unit-" + lang);
				show(page, "/desk/units/GAJ/edit?lang=" + lang, "unit-edit-" + lang);
			}
			show(page, "/desk/cycles/2026/apart/new?channel=ONLINE&unit=GAJ&signals=2&lang=zh", "apart-new");
			As.secondOffice(() -> {
				this.separations.approve(cycle.id(), this.separations.of(cycle.id()).getFirst().seen());
				return "";
			});
			this.results.count(closed);
			this.results.notice(closed);
			this.results.publish(closed);
			for (String lang : new String[] { "zh", "en" }) {
				show(page, "/results/2026?lang=" + lang, "alike-ranking-" + lang);
				show(page, "/results/2026/GAJ?lang=" + lang, "alike-card-" + lang);
				show(page, "/results/2026/recount?lang=" + lang, "alike-recount-" + lang);
			}
			show(page, "/desk/cycles/2026/key?lang=zh", "key-propose");
			As.secondOffice(() -> {
				this.destructions.propose(cycle.id(), "申诉已全部办结，市考评领导小组 12 月 20 日会议纪要");
				return "";
			});
			show(page, "/desk/cycles/2026/key?lang=zh", "key-approve");
			show(page, "/desk/cycles/2026/key?lang=en", "key-approve-en");
		}
	}

	private static void show(Page page, String address, String picture) {
		page.navigate(address);
		Chromium.lookAtEveryWidth(page, picture);
	}

}
