package org.pingyi.outcome.result;

import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Units object to their drafts, and publication waits until all is decided. */
@PingyiTest
class ObjectionsTests {

	private final Objections objections;

	private final Results results;

	private final ResultSamples samples;

	ObjectionsTests(Objections objections, Results results, ResultSamples samples) {
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
		return liaison(unit, () -> this.objections.file(cycle.id(), line, "数据有误"));
	}

	private long decide(long objection, boolean upheld) {
		return As.office(() -> {
			this.objections.decide(objection, upheld, "已核实");
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
