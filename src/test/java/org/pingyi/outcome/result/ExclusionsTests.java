package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.NewExclusion;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Two persons set ballots apart after the close, and everybody is told how many. */
@PingyiTest
class ExclusionsTests {

	private static final int ALIKE = Signal.ALL_ALIKE.bit();

	private final ResultSamples samples;

	private final Results results;

	private final AuditFiles files;

	private final BallotSamples ballots;

	private final Ballots store;

	private final Exclusions separations;

	private final UnitSamples units;

	private final CycleSamples cycles;

	private final MockMvcTester mvc;

	private Cycle cycle;

	private Unit police;

	ExclusionsTests(ResultSamples samples, Results results, AuditFiles files, BallotSamples ballots, Ballots store,
			Exclusions separations, UnitSamples units, CycleSamples cycles, MockMvcTester mvc) {
		this.samples = samples;
		this.results = results;
		this.files = files;
		this.ballots = ballots;
		this.store = store;
		this.separations = separations;
		this.units = units;
		this.cycles = cycles;
		this.mvc = mvc;
	}

	@BeforeEach
	void vote() {
		this.cycle = this.samples.voted();
		this.police = this.units.policeBureau();
		for (int index = 0; index < 14; index++) {
			Submission plain = this.ballots.submission(this.cycle.id(), "ONLINE", this.police.id(), 1);
			this.store
				.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(), plain.right(),
						plain.idempotencyKey(), plain.answers(), "", false, (index < 11) ? ALIKE : Signal.BURST.bit()));
		}
	}

	private long propose(int signals) {
		return As.office(() -> this.separations.propose(
				new NewExclusion(this.cycle.id(), "ONLINE", this.police.id(), signals, "答案全部雷同", "机房记录 2026-11-20")));
	}

	/** As whoever looks at the page now sees it. */
	private SeenProposal seen(long id) {
		return this.separations.of(this.cycle.id())
			.stream()
			.filter((exclusion) -> exclusion.id() == id)
			.findFirst()
			.orElseThrow()
			.seen();
	}

	private Supplier<String> approval(long id) {
		return () -> {
			this.separations.approve(this.cycle.id(), seen(id));
			return "";
		};
	}

	private static void refuses(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(key, Refusal::key);
	}

	private BigDecimal score() {
		return As.office(() -> this.results.draftCard(this.cycle.id(), "GAJ")).score();
	}

	@Test
	void leavesOutWhatTwoPersonsSetApartAndTellsEverybodyHowMany() {
		Cycle closed = this.cycles.close(this.cycle);
		this.samples.count(closed);
		BigDecimal before = score();
		long id = propose(ALIKE);
		refuses("ballot.exclusion.own", () -> As.office(approval(id)));
		assertThat(this.store.counters(closed.id()).excluded()).isZero();
		As.secondOffice(approval(id));
		refuses("ballot.exclusion.decided", () -> As.secondOffice(approval(id)));
		assertThat(this.store.counters(closed.id()).excluded()).isEqualTo(11);
		refuses("result.outdated", () -> this.samples.notice(closed));
		this.samples.count(closed);
		assertThat(score()).isLessThan(before);
		this.samples.notice(closed);
		this.samples.publish(closed);
		Card card = this.results.publishedCard(closed.id(), "GAJ");
		assertThat(Objects.requireNonNull(card.alike())).isEqualTo(new AlikeScore(null));
		assertThat(this.files.recount(closed.id()).agrees()).isTrue();
		assertThat(this.mvc.get().uri("/results/2026/recount")).hasStatusOk()
			.bodyText()
			.containsPattern("经两人核定另置的选票</th><td class=\"figure\">11<")
			.doesNotContain("??");
		refuses("ballot.exclusion.published", () -> propose(ALIKE));
	}

	@Test
	void countsWhatTheSecondPersonRejects() {
		Cycle closed = this.cycles.close(this.cycle);
		long id = propose(ALIKE);
		As.secondOffice(() -> {
			this.separations.reject(closed.id(), seen(id));
			return "";
		});
		assertThat(this.store.counters(closed.id()).excluded()).isZero();
		assertThat(propose(ALIKE)).isGreaterThan(id);
	}

	@Test
	void refusesBeforeTheCloseTwiceAndForFew() {
		refuses("cycle.embargo", () -> propose(ALIKE));
		this.cycles.close(this.cycle);
		propose(ALIKE);
		refuses("ballot.exclusion.twice", () -> propose(ALIKE));
		refuses("ballot.exclusion.few", () -> propose(Signal.BURST.bit()));
		refuses("ballot.exclusion.few", () -> propose(0));
	}

	@Test
	void leadsFromTheReportToTheSecondPerson() {
		this.cycles.close(this.cycle);
		assertThat(as("office1", "/desk/cycles/2026/signals")).bodyText()
			.contains("apart/new?channel=ONLINE&amp;unit=GAJ&amp;signals=" + ALIKE)
			.doesNotContain("signals=" + Signal.BURST.bit() + "\"", "??");
		assertThat(as("office1", "/desk/cycles/2026/apart/new?channel=ONLINE&unit=GAJ&signals=" + ALIKE)).hasStatusOk()
			.bodyText()
			.contains("市公安局", "各题答案全部相同")
			.doesNotContain("??");
		assertThat(send("office1", "/desk/cycles/2026/apart", "")).hasStatus(422).bodyText().contains("请写明理由");
		assertThat(send("office1", "/desk/cycles/2026/apart", "答案全部雷同")).hasRedirectedUrl("/desk/cycles/2026/apart");
		assertThat(as("office1", "/desk/cycles/2026/apart")).bodyText()
			.contains("须由另一人核定", "11 份")
			.doesNotContain("approval");
		assertThat(as("office2", "/desk/cycles/2026/apart")).hasStatusOk().bodyText().contains("/approval", "office1");
	}

	private MvcTestResult as(String name, String address) {
		return this.mvc.get().uri(address).with(user(name).roles("OFFICE")).exchange();
	}

	private MvcTestResult send(String name, String address, String reason) {
		return this.mvc.post()
			.uri(address)
			.param("channel", "ONLINE")
			.param("unit", "GAJ")
			.param("signals", String.valueOf(ALIKE))
			.param("reason", reason)
			.param("evidence", "机房记录")
			.with(user(name).roles("OFFICE"))
			.with(csrf())
			.exchange();
	}

}
