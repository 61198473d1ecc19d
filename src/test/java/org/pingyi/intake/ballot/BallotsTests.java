package org.pingyi.intake.ballot;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One right, one ballot; only forms that fit; only while the year is open. */
@PingyiTest
class BallotsTests {

	private final Ballots ballots;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final TestClock clock;

	BallotsTests(Ballots ballots, BallotSamples samples, CycleSamples cycles, UnitSamples units, TestClock clock) {
		this.ballots = ballots;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.clock = clock;
	}

	@Test
	void countsOneBallotOfOneRight() {
		Submission first = submission("phone:a");
		this.ballots.submit(first);
		refused("ballot.rightUsed", submission(first.cycle(), "phone:a"));
		assertThat(counted(first.cycle())).isEqualTo(1);
	}

	@Test
	void givesTheSameReceiptToARetry() {
		Submission form = submission("phone:a");
		Receipt receipt = this.ballots.submit(form);
		assertThat(receipt.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
		assertThat(this.ballots.submit(form)).isEqualTo(receipt);
		assertThat(counted(form.cycle())).isEqualTo(1);
	}

	@Test
	void refusesAnotherBodyUnderTheSameKey() {
		Submission form = submission("phone:a");
		this.ballots.submit(form);
		refused("ballot.rightUsed", withAnswer(form, "o01", 5));
	}

	@Test
	void letsOnePersonRateSeveralUnitsOnceEach() {
		Submission water = submission("phone:a");
		Submission tax = this.samples.submission(water.cycle(), "ONLINE", this.units.taxOffice().id(), "phone:a", 2);
		List<Receipt> receipts = this.ballots.submitAll(List.of(water, tax));
		assertThat(receipts).hasSize(2).doesNotHaveDuplicates();
		assertThat(this.ballots.submitAll(List.of(tax, water))).containsExactly(receipts.get(1), receipts.get(0));
	}

	@Test
	void storesNothingOfAFormOfWhichOneUnitWasRatedBefore() {
		Submission water = submission("phone:a");
		this.ballots.submit(water);
		Submission tax = this.samples.submission(water.cycle(), "ONLINE", this.units.taxOffice().id(), "phone:a", 2);
		assertThatExceptionOfType(RightUsed.class)
			.isThrownBy(() -> this.ballots.submitAll(List.of(tax, submission(water.cycle(), "phone:a"))))
			.satisfies((used) -> assertThat(used.units()).containsExactly(water.unit()));
		assertThat(counted(water.cycle())).isEqualTo(1);
	}

	@Test
	void refusesAFormThatDoesNotFit() {
		Submission form = submission("phone:a");
		refused("ballot.badAnswer", withAnswer(form, "o01", 6));
		refused("ballot.unknownItem", withAnswer(form, "x99", 1));
		refused("ballot.unanswered", without(form, "o02"));
		refused("ballot.noRaterClass", with(form, "ONLINE", form.unit(), "leader", form.opinion()));
		refused("ballot.noChannel", with(form, "RADIO", form.unit(), "citizen", form.opinion()));
		refused("ballot.notAsked", with(form, "ONLINE", 999, "citizen", form.opinion()));
		refused("ballot.opinionTooLong", with(form, "ONLINE", form.unit(), "citizen", "长".repeat(501)));
		refused("ballot.opinionUnreadable", with(form, "ONLINE", form.unit(), "citizen", "a\0b"));
		assertThat(counted(form.cycle())).isZero();
	}

	@Test
	void refusesAUnitThatTheChannelDoesNotAskAbout() {
		Cycle cycle = this.cycles.opened();
		refused("ballot.notAsked", this.samples.submission(cycle.id(), "WINDOW", this.units.educationBureau().id(), 1));
	}

	@Test
	void takesNothingAfterTheCloseButSettlesWhatWasTaken() {
		Submission taken = submission("phone:a");
		Receipt receipt = this.ballots.submit(taken);
		Submission late = submission(taken.cycle(), "phone:b");
		this.clock.moveTo(LocalDate.of(2026, 12, 1));
		refused("cycle.notOpen", late);
		assertThat(this.ballots.submit(taken)).isEqualTo(receipt);
	}

	@Test
	void readsReceiptsAsPeopleTypeThem() {
		String code = this.ballots.submit(submission("phone:a")).code();
		assertThat(this.ballots.check(code)).isEqualTo(ReceiptState.WAITING);
		String typed = " "
				+ code.replace("-", " ").replace('0', 'o').replace('1', 'l').toLowerCase(java.util.Locale.ROOT);
		assertThat(this.ballots.check(typed)).isEqualTo(ReceiptState.WAITING);
		assertThat(this.ballots.check("0000-0000-0000-0000-0000")).isEqualTo(ReceiptState.UNKNOWN);
		assertThat(this.ballots.check("没有\0")).isEqualTo(ReceiptState.UNKNOWN);
	}

	private Submission submission(String right) {
		return submission(this.cycles.opened().id(), right);
	}

	private Submission submission(long cycle, String right) {
		return this.samples.submission(cycle, "ONLINE", this.units.waterBureau().id(), right, 1);
	}

	private long counted(long cycle) {
		return this.ballots.counters(cycle).rights();
	}

	private void refused(String key, Submission form) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.ballots.submit(form))
			.extracting(Refusal::key)
			.isEqualTo(key);
	}

	private static Submission withAnswer(Submission form, String item, int code) {
		Map<String, Integer> answers = new HashMap<>(form.answers());
		answers.put(item, code);
		return with(form, answers);
	}

	private static Submission without(Submission form, String item) {
		Map<String, Integer> answers = new HashMap<>(form.answers());
		answers.remove(item);
		return with(form, answers);
	}

	private static Submission with(Submission form, Map<String, Integer> answers) {
		return new Submission(form.cycle(), form.channel(), form.unit(), form.raterClass(), form.right(),
				form.idempotencyKey(), answers, form.opinion(), form.mayForward());
	}

	private static Submission with(Submission form, String channel, long unit, String raters, String opinion) {
		return new Submission(form.cycle(), channel, unit, raters, form.right(), form.idempotencyKey(), form.answers(),
				opinion, form.mayForward());
	}

}
