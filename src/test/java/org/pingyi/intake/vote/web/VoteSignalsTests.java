package org.pingyi.intake.vote.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.Networks;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The signals of a vote, from the request to the tallies. */
@PingyiTest
class VoteSignalsTests {

	private static final String STREET = "203.0.113.9";

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final VotePasses passes;

	private final Ballots ballots;

	private final Networks networks;

	private final UnitSamples units;

	private final TestClock clock;

	private Cycle cycle;

	private int voters;

	VoteSignalsTests(MockMvcTester mvc, CycleSamples cycles, VotePasses passes, Ballots ballots, Networks networks,
			UnitSamples units, TestClock clock) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.passes = passes;
		this.ballots = ballots;
		this.networks = networks;
		this.units = units;
		this.clock = clock;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	/** A citizen who takes so many seconds from the code to the last button. */
	private void vote(String address, int seconds, int signals, String... answers) {
		VotePass pass = new VotePass("phone:" + this.voters++, this.cycle.id(), this.clock.instant(), signals);
		MultiValueMap<String, String> form = Citizen.fields("pass", this.passes.sign(pass));
		form.add("key", "a-key-that-is-long-enough-" + this.voters);
		form.add("unit", "SWJ");
		IntStream.range(0, answers.length).forEach((i) -> form.add("SWJ.o0" + (i + 1), answers[i]));
		this.clock.advance(Duration.ofSeconds(seconds));
		assertThat(this.mvc.perform(MockMvcRequestBuilders.post("/vote/ballots").params(form).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		}))).hasStatusOk();
	}

	/** Ballots by their signals. */
	private Map<Integer, Long> counted() {
		this.cycles.close(this.cycle);
		return As.office(() -> this.ballots.tallies(this.cycle.id()))
			.stream()
			.filter((bar) -> bar.item() == 0)
			.collect(Collectors.toMap(Tally::signals, Tally::count));
	}

	@Test
	void findsNoSignalInACalmVoteFromTheStreet() {
		vote(STREET, 60, 0, "1", "1", "2", "1", "9");
		assertThat(counted()).isEqualTo(Map.of(0, 1L));
	}

	@Test
	void marksTheRatedUnitsOwnNetworkAndNoOther() {
		As.office(() -> {
			this.networks.add("SWJ", "10.20.0.0/16");
			this.networks.add("GAJ", "10.30.0.0/16");
			return "";
		});
		vote("10.20.1.1", 60, 0, "1", "1", "2", "1", "9");
		vote("::ffff:10.20.1.2", 60, 0, "1", "1", "2", "1", "9");
		vote("10.30.1.1", 60, 0, "1", "1", "2", "1", "9");
		assertThat(counted()).isEqualTo(Map.of(Signal.OWN_NETWORK.bit(), 2L, 0, 1L));
	}

	@Test
	void marksWhatNobodyCouldRead() {
		vote(STREET, 2, 0, "1", "1", "2", "1", "9");
		vote(STREET, 3, 0, "1", "1", "2", "1", "9");
		assertThat(counted()).isEqualTo(Map.of(Signal.TOO_FAST.bit(), 1L, 0, 1L));
	}

	@Test
	void marksAnswersThatAreAllTheSame() {
		vote(STREET, 60, 0, "1", "1", "1", "1", "1");
		vote(STREET, 60, 0, "1", "1", "1", "1", "2");
		assertThat(counted()).isEqualTo(Map.of(Signal.ALL_ALIKE.bit(), 1L, 0, 1L));
	}

	@Test
	void keepsTheSignalsOfThePass() {
		vote(STREET, 1, Signal.SAME_DEVICE.bit(), "1", "1", "2", "1", "9");
		assertThat(counted()).isEqualTo(Map.of(Signal.SAME_DEVICE.bit() | Signal.TOO_FAST.bit(), 1L));
	}

	@Test
	void marksWhatGoesBeyondTheUsualPace() {
		// The pace is remembered for an hour, over the tests that ran before.
		this.clock.advance(Duration.ofHours(2));
		for (String answer : List.of("1", "2")) {
			IntStream.range(0, 18).forEach((voter) -> vote(STREET, voter == 0 ? 3 : 0, 0, answer, "1", "2", "1", "9"));
		}
		Map<Integer, Long> counted = counted();
		assertThat(counted.get(Signal.BURST.bit() | Signal.TOO_FAST.bit())).isEqualTo(6);
		assertThat(counted.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(36);
	}

	/** One person alone could mark the ballots of all who come after. */
	@Test
	void makesNoBurstOfOneFormThatIsSentAgainAndAgain() {
		this.clock.advance(Duration.ofHours(2));
		IntStream.range(0, 40).forEach((time) -> {
			this.voters = 0;
			vote(STREET, (time == 0) ? 60 : 0, 0, "1", "1", "2", "1", "9");
		});
		vote(STREET, 60, 0, "2", "1", "2", "1", "9");
		assertThat(counted()).isEqualTo(Map.of(0, 2L));
	}

}
