package org.pingyi.intake.vote.web;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The counters in a real browser at three widths; pictures are kept under
 * {@code target/screenshots}.
 */
@PingyiServerTest
class CountersLooksTests {

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final BallotSamples ballots;

	private final UnitSamples units;

	CountersLooksTests(CycleSamples cycles, BallotSamples ballots, UnitSamples units) {
		this.cycles = cycles;
		this.ballots = ballots;
		this.units = units;
	}

	@Test
	void haveNoBarriersAtAnyWidth() {
		try (Chromium browser = Chromium.start()) {
			look(browser, "none");
			Cycle cycle = this.cycles.opened();
			this.ballots.prove(cycle.id(), 9);
			this.ballots.vote(cycle.id(), "ONLINE", this.units.waterBureau().id(), 31, 1);
			this.ballots.seal(cycle.id());
			this.ballots.vote(cycle.id(), "ONLINE", this.units.policeBureau().id(), 4, 1);
			look(browser, "open");
			this.ballots.vote(cycle.id(), "ONLINE", this.units.taxOffice().id(), 11, 1);
			this.cycles.close(cycle);
			look(browser, "broken");
		}
	}

	private void look(Chromium browser, String state) {
		for (int width : new int[] { 390, 768, 1440 }) {
			Page page = browser.person("http://127.0.0.1:" + this.port, width, 900);
			for (String language : new String[] { "zh", "en" }) {
				page.navigate("/vote/counters?lang=" + language);
				Chromium.look(page, "counters-" + state + "-" + language + width);
			}
		}
	}

}
