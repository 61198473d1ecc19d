package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A year that a superuser altered after its opening is neither closed nor counted, shown
 * to its units or published. Each test goes on with the year as it was: that goes
 * through.
 */
@PingyiTest
class AlteredHeadsTests {

	private static final String REFREEZE = """
			; update scheme_version set digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')""";

	private static final Alteration MOVED = new Alteration("unit", """
			update cycle_participant set group_code = 'ADM', group_name = '综合管理部门' where code = 'GAJ'""");

	/** What a signature covers; each the only one of its statement. */
	private static final List<Alteration> ALTERATIONS = List.of(MOVED,
			new Alteration("unit", "update cycle_participant set traits = 'AWARDS,VERTICAL,WINDOW' where code = 'ZZB'"),
			new Alteration("unit", "delete from cycle_participant where code = 'GAJ'"), new Alteration("group", """
					update cycle_participant set group_name = '另一组'
					where group_code = (select group_code from cycle_participant where code = 'SWJ')"""),
			new Alteration("cycle", "update cycle_cycle set name = name || '（修订）'"),
			new Alteration("opens", "update cycle_cycle set opens_on = opens_on - 30"),
			new Alteration("closes", "update cycle_cycle set closes_on = closes_on - 7"), new Alteration("scheme", """
					update scheme_version set document = replace(replace(document, '"weight" : 30', '"weight" : 10'),
						'"weight" : 70', '"weight" : 90')""" + REFREEZE), new Alteration("scheme", """
					update scheme_version
					set document = regexp_replace(document, '\\[ "leader" \\]', '[ "grassroots" ]', 'g')""" + REFREEZE),
			new Alteration("log", "update ballot_act set entry = replace(entry, '|SWJ|', '|SWX|') where position = 0"),
			new Alteration("log", "delete from ballot_act"), new Alteration("log", """
					update cycle_cycle set closes_on = closes_on - 7;
					insert into ballot_act select cycle_id, count(*), concat_ws('|', 'pingyi-act/2', cycle_id, count(*),
						'2026-11-01T00:00:00Z', 'cycle.extended', 'cycle:2026', '', 'office1', '', '2026-11-23'), 'x'
					from ballot_act group by cycle_id"""));

	private final ResultSamples samples;

	private final CycleSamples cycleSamples;

	private final Cycles cycles;

	private final RunCounter counter;

	private final MessageSource messages;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate superuser;

	AlteredHeadsTests(ResultSamples samples, CycleSamples cycleSamples, Cycles cycles, RunCounter counter,
			MessageSource messages, Superuser superuser) {
		this.samples = samples;
		this.cycleSamples = cycleSamples;
		this.cycles = cycles;
		this.counter = counter;
		this.messages = messages;
		this.jdbc = superuser.jdbc();
		this.superuser = superuser.transactions();
	}

	/** What a superuser does, and what of the year differs then. */
	private record Alteration(String what, String sql) {
	}

	private enum Step {

		CLOSE, COUNT, NOTICE, PUBLISH

	}

	private Cycle before(Step step) {
		return switch (step) {
			case CLOSE -> {
				Cycle voted = this.samples.voted();
				this.cycleSamples.moveToLastDay(voted);
				yield voted;
			}
			case COUNT -> this.samples.closed();
			case NOTICE -> this.samples.counted();
			case PUBLISH -> this.samples.noticed();
		};
	}

	private void take(Step step, Cycle cycle) {
		switch (step) {
			case CLOSE -> As.office(() -> {
				this.cycles.close(cycle.id());
				return cycle;
			});
			case COUNT -> this.samples.count(cycle);
			case NOTICE -> this.samples.notice(cycle);
			case PUBLISH -> this.samples.publish(cycle);
		}
	}

	@ParameterizedTest
	@EnumSource
	void takesNoStepOfAnAlteredYear(Step step) {
		Cycle cycle = before(step);
		List<String> told = new ArrayList<>();
		for (Alteration alteration : ALTERATIONS) {
			assertThat(refused(alteration, () -> take(step, cycle)).key()).as(alteration.sql())
				.isEqualTo("cycle.headAltered");
			told.add(alteration.what());
			assertThat(told()).as(alteration.sql()).isEqualTo(told);
		}
		take(step, cycle);
		assertThat(told()).isEqualTo(told);
	}

	private Refusal refused(Alteration alteration, Runnable step) {
		return this.superuser.execute((status) -> {
			alter(alteration);
			status.setRollbackOnly();
			return Refusal.of(step).orElseThrow(() -> new AssertionError("went through: " + alteration.sql()));
		});
	}

	/** Triggers and foreign keys do not stop a superuser. */
	private void alter(Alteration alteration) {
		this.jdbc.execute("set local session_replication_role = replica");
		this.jdbc.execute(alteration.sql());
	}

	private List<String> told() {
		return this.jdbc.queryForList("select detail from audit_entry where act = 'cycle.headAltered' order by id",
				String.class);
	}

	/** The control: where nobody compares, the unit is counted in another group. */
	@Test
	void wouldCountAnAlteredYearWhereNobodyCompares() {
		Cycle cycle = this.samples.closed();
		Run genuine = this.samples.count(cycle);
		Run altered = this.superuser.execute((status) -> {
			alter(MOVED);
			status.setRollbackOnly();
			return As.office(() -> this.counter.count(this.cycles.byId(cycle.id())));
		});
		assertThat(altered.outcomeDigest()).isNotEqualTo(genuine.outcomeDigest());
	}

	@Test
	void saysWhatDiffersAndWhatToDo() {
		Cycle cycle = this.samples.closed();
		Refusal refusal = refused(MOVED, () -> this.samples.count(cycle));
		for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
			assertThat(this.messages.getMessage(refusal.key(), refusal.arguments(), language)).contains(cycle.name())
				.contains("GAJ ADM");
			assertThat(this.messages.getMessage(refusal.key() + ".next", refusal.arguments(), language)).isNotBlank();
		}
	}

	/** No act led to it, and what it would count is still coming in. */
	@Test
	void countsNoYearThatWasClosedByHand() {
		Cycle cycle = this.samples.voted();
		assertThat(this.jdbc.update("update cycle_cycle set phase = 'CLOSED'")).isOne();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.samples.count(cycle))
			.returns("cycle.headAltered", Refusal::key);
		assertThat(told()).containsExactly("phase");
	}

	/** What the office itself did is an act: it is no alteration. */
	@Test
	void closesAYearWhoseLastDayTheOfficeMoved() {
		Cycle cycle = this.samples.voted();
		this.cycleSamples.extend(cycle, cycle.closesOn().plusDays(3));
		this.samples.count(this.cycleSamples.close(this.cycles.byId(cycle.id())));
		assertThat(told()).isEmpty();
	}

}
