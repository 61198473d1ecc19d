package org.pingyi.intake.vote.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.pingyi.PingyiServerTest;
import org.pingyi.RunningChromium;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.pingyi.intake.vote.VoteSamples.LI;

/**
 * What a slow phone does with the ballot page of a city of many units; it asserts on no
 * time: {@code ./mvnw test -Dtest=BallotPageSpeedTests -Dpage.units=1000}.
 */
@PingyiServerTest
@EnabledIfSystemProperty(named = "page.units", matches = "\\d+")
class BallotPageSpeedTests {

	private static final int UNITS = Integer.getInteger("page.units", 0);

	/** As much slower than this machine as a cheap phone is. */
	private static final int SLOWER = 6;

	private static final String WATCH = """
			window.tasks = [];
			new PerformanceObserver((list) => list.getEntries().forEach((task) => tasks.push(task.duration)))
			  .observe({ type: 'longtask', buffered: true });""";

	private static final String LONGEST = "Math.max(0, ...window.tasks.splice(0))";

	/** The script's part of a key, and the drawing of the list that follows it. */
	private static final String KEY = """
			(words) => {
			  const field = document.getElementById('find');
			  field.value = words;
			  const start = performance.now();
			  field.dispatchEvent(new Event('input'));
			  document.body.getBoundingClientRect();
			  return performance.now() - start;
			}""";

	/** Until nothing is left to do, twice: observers are told of a task after its end. */
	private static final String IDLE = """
			async () => {
			  for (let time = 0; time < 2; time++) await new Promise((done) => requestIdleCallback(done));
			}""";

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final VoteSamples samples;

	BallotPageSpeedTests(CycleSamples cycles, UnitSamples units, VoteSamples samples) {
		this.cycles = cycles;
		this.units = units;
		this.samples = samples;
	}

	@Test
	void answersEachKey() {
		this.units.spread(UNITS, "Z");
		this.cycles.opened();
		Page page = chromium.person(this.port, 390, 844);
		page.addInitScript(WATCH);
		slowDown(page);
		List<Request> loaded = new CopyOnWriteArrayList<>();
		page.onRequestFinished(loaded::add);
		Voter voter = new Voter(page, this.samples).arrives();
		page.waitForLoadState(LoadState.NETWORKIDLE);
		loaded.forEach((request) -> System.out.printf("%s %d bytes%n", request.url().replaceAll("^.*?\\d/", "/"),
				request.sizes().responseBodySize));
		System.out.printf("%d units: longest task of the first page %s ms%n", UNITS, page.evaluate(LONGEST));
		voter.confirms(LI).at("选择您打过交道的单位");
		page.evaluate(IDLE);
		System.out.printf("longest task of the choice %s ms%n", page.evaluate(LONGEST));
		for (String words : List.of("单", "单位", "单位z1", "单位", "", "z", "zz")) {
			System.out.printf("key to '%s': %s ms%n", words, page.evaluate(KEY, words));
			page.evaluate(IDLE);
			System.out.printf("  longest task since %s ms%n", page.evaluate(LONGEST));
		}
	}

	private static void slowDown(Page page) {
		CDPSession session = page.context().newCDPSession(page);
		JsonObject rate = new JsonObject();
		rate.addProperty("rate", SLOWER);
		session.send("Emulation.setCPUThrottlingRate", rate);
	}

}
