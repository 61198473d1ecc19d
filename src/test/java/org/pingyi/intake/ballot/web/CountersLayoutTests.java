package org.pingyi.intake.ballot.web;

import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The counters in a real browser at three widths; pictures are kept under
 * {@code target/screenshots}.
 */
@PingyiServerTest
class CountersLayoutTests {

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final BallotSamples ballots;

	private final UnitSamples units;

	CountersLayoutTests(CycleSamples cycles, BallotSamples ballots, UnitSamples units) {
		this.cycles = cycles;
		this.ballots = ballots;
		this.units = units;
	}

	@Test
	void sayHowThingsStandAndHaveNoBarriersAtAnyWidth() {
		try (Chromium browser = Chromium.start()) {
			look(browser, "none", "目前还没有开放过的评议", "No vote has been opened yet");
			Cycle cycle = this.cycles.opened();
			this.ballots.prove(cycle.id(), 9);
			this.ballots.vote(cycle.id(), "ONLINE", this.units.waterBureau().id(), 31, 1);
			this.ballots.seal(cycle.id());
			this.ballots.vote(cycle.id(), "ONLINE", this.units.policeBureau().id(), 4, 1);
			look(browser, "open", "各处的数目相符", "The figures agree everywhere");
			this.ballots.vote(cycle.id(), "ONLINE", this.units.taxOffice().id(), 11, 1);
			this.cycles.close(cycle);
			look(browser, "broken", "各处的数目不相符", "The figures do not agree");
		}
	}

	/** In both languages the first notice says how things stand. */
	private void look(Chromium browser, String state, String chinese, String english) {
		Map.of("zh", chinese, "en", english).forEach((language, notice) -> {
			Page page = browser.person("http://127.0.0.1:" + this.port, Chromium.PHONE, 900);
			page.navigate("/vote/counters?lang=" + language);
			assertThat(page.locator(".notice").first().innerText()).startsWith(notice);
			Chromium.lookAtEveryWidth(page, "counters-" + state + "-" + language);
		});
	}

}
