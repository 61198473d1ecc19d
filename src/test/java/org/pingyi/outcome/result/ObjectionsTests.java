package org.pingyi.outcome.result;

import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Line;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Units object to their drafts, and publication waits until all is decided. */
@PingyiTest
class ObjectionsTests {

	private final Objections objections;

	private final Results results;

	private final ResultSamples samples;

	private final AdjustmentSamples adjustments;

	private final UnitSamples units;

	ObjectionsTests(Objections objections, Results results, ResultSamples samples, AdjustmentSamples adjustments,
			UnitSamples units) {
		this.adjustments = adjustments;
		this.units = units;
		this.objections = objections;
		this.results = results;
		this.samples = samples;
	}

	@Test
	void holdsPublicationUntilDismissed() {
		Cycle cycle = this.samples.noticed();
		long objection = file(cycle, "SWJ", "");
		refuses("result.objectionsOpen", () -> publish(cycle));
		decide(objection, false);
		publish(cycle);
		assertThat(this.results.publishedCycles()).hasSize(1);
	}

	@Test
	void asksForANewCountOnceUpheld() {
		Cycle cycle = this.samples.noticed();
		decide(file(cycle, "SWJ", "base"), true);
		refuses("result.upheldNotCounted", () -> publish(cycle));
		this.samples.count(cycle);
		publish(cycle);
		assertThat(this.results.publishedCycles()).hasSize(1);
	}

	@Test
	void takesOneObjectionForEachLineOfARun() {
		Cycle cycle = this.samples.noticed();
		file(cycle, "SWJ", "base");
		refuses("result.objectedAlready", () -> file(cycle, "SWJ", "base"));
		file(cycle, "SWJ", "");
		file(cycle, "JYJ", "base");
		this.samples.count(cycle);
		file(cycle, "SWJ", "base");
		assertThat(As.office(() -> this.objections.of(cycle.id()))).hasSize(4);
	}

	@Test
	void takesObjectionsToTwoEventsOfOneRule() {
		Cycle cycle = this.samples.closed();
		Unit unit = this.units.waterBureau();
		long first = this.adjustments.approved(AdjustmentSamples.deduction(cycle, unit, "own", "timely", "hotline:1"));
		long second = this.adjustments.approved(AdjustmentSamples.deduction(cycle, unit, "own", "timely", "hotline:2"));
		this.samples.count(cycle);
		this.samples.notice(cycle);
		decide(file(cycle, "SWJ", "delay#" + first), false);
		long open = file(cycle, "SWJ", "delay#" + second);
		refuses("result.objectedAlready", () -> file(cycle, "SWJ", "delay#" + first));
		refuses("result.noLine", () -> file(cycle, "SWJ", "delay"));
		assertThat(As.office(() -> this.objections.of(cycle.id()))).extracting(Objection::line, Objection::open)
			.containsExactly(tuple("delay#" + second, true), tuple("delay#" + first, false));
		assertThat(As.office(() -> this.objections.byId(open)).line()).isEqualTo("delay#" + second);
		Card card = liaison("SWJ", () -> this.results.ownCard(cycle.id()));
		assertThat(card.line("delay#" + second)).extracting(Line::event).isEqualTo(Long.toString(second));
		assertThat(card.line("delay")).as("an objection of an early run").isNotNull();
	}

	@Test
	void refusesALineThatTheCardLacks() {
		Cycle cycle = this.samples.noticed();
		refuses("result.noLine", () -> file(cycle, "SWJ", "no-such-line"));
	}

	@Test
	void isClosedBeforeTheNoticeAndAfterPublication() {
		Cycle cycle = this.samples.counted();
		refuses("result.noObjectionNow", () -> file(cycle, "SWJ", ""));
		this.samples.notice(cycle);
		this.samples.publish(cycle);
		refuses("result.noObjectionNow", () -> file(cycle, "SWJ", ""));
	}

	@Test
	void isDecidedOnce() {
		Cycle cycle = this.samples.noticed();
		long objection = file(cycle, "SWJ", "");
		decide(objection, false);
		refuses("result.decidedAlready", () -> decide(objection, true));
	}

	@Test
	void showsAUnitOnlyItsOwn() {
		Cycle cycle = this.samples.noticed();
		file(cycle, "SWJ", "");
		assertThat(liaison("SWJ", () -> this.objections.own(cycle.id()))).hasSize(1);
		assertThat(liaison("JYJ", () -> this.objections.own(cycle.id()))).isEmpty();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> liaison("SWJ", () -> this.objections.of(cycle.id())));
	}

	private long file(Cycle cycle, String unit, String line) {
		return liaison(unit, () -> this.objections.file(cycle.id(), line, "数据与台账不符"));
	}

	private long decide(long objection, boolean upheld) {
		return As.office(() -> {
			this.objections.decide(this.objections.byId(objection).seen(), upheld, "已核实");
			return objection;
		});
	}

	private Cycle publish(Cycle cycle) {
		this.samples.publish(cycle);
		return cycle;
	}

	private static void refuses(String key, Supplier<?> act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act::get).extracting(Refusal::key).isEqualTo(key);
	}

	private static <T> T liaison(String unit, Supplier<T> act) {
		return As.as("liaison." + unit, act, "ROLE_LIAISON", "UNIT_" + unit);
	}

}
