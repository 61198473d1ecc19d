package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Results with and without what the method does with flagged ballots. */
@PingyiTest
class AlikeScoresTests {

	private final ResultSamples samples;

	private final Results results;

	private final BallotSamples ballots;

	private final Ballots store;

	private final UnitSamples units;

	private final CycleSamples cycles;

	private final MockMvcTester mvc;

	private Cycle cycle;

	AlikeScoresTests(ResultSamples samples, Results results, BallotSamples ballots, Ballots store, UnitSamples units,
			CycleSamples cycles, MockMvcTester mvc) {
		this.samples = samples;
		this.results = results;
		this.ballots = ballots;
		this.store = store;
		this.units = units;
		this.cycles = cycles;
		this.mvc = mvc;
	}

	@BeforeEach
	void vote() {
		this.cycle = this.samples.voted();
	}

	/** So many ballots for the best, out of the unit's own network. */
	private void flatter(Unit unit, int number) {
		for (int index = 0; index < number; index++) {
			Submission plain = this.ballots.submission(this.cycle.id(), "ONLINE", unit.id(), 1);
			this.store.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, Signal.OWN_NETWORK.bit()));
		}
	}

	private void publish() {
		Cycle closed = this.cycles.close(this.cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		this.samples.publish(closed);
	}

	private Card.Row online(Card card) {
		return card.rows().stream().filter((row) -> row.line().node().equals("online")).findFirst().orElseThrow();
	}

	private static BigDecimal alike(Card card) {
		return Objects.requireNonNull(Objects.requireNonNull(card.alike()).score());
	}

	@Test
	void publishesBothScoresAndHowManyWereSetApart() {
		flatter(this.units.policeBureau(), 18);
		publish();
		Card card = this.results.publishedCard(this.cycle.id(), "GAJ");
		assertThat(alike(card)).isGreaterThan(card.score());
		assertThat(online(card).flagged()).singleElement()
			.extracting(Card.Flagged::ballots, Card.Flagged::clause)
			.containsExactly(18L, "试行办法·网上评议");
		assertThat(alike(this.results.publishedCard(this.cycle.id(), "JYJ")))
			.isEqualByComparingTo(this.results.publishedCard(this.cycle.id(), "JYJ").score());
		assertThat(this.mvc.get().uri("/results/2026/GAJ")).bodyText()
			.contains("全部选票同等计入的得分", "有 18 份选票另置不计；若全部同等计入，得分为 " + alike(card).toPlainString() + "。",
					"来自被评单位自己的网络的选票 18 份，不计入", "依据：试行办法·网上评议")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/results/2026/GAJ?lang=en").header("Accept-Language", "en")).bodyText()
			.contains("If every ballot counted alike", "18 ballots excluded from “",
					"the score would be " + alike(card).toPlainString() + ".",
					"18 ballots excluded: from the unit’s own network");
		assertThat(this.mvc.get().uri("/results/2026")).bodyText().contains("同等计入", alike(card).toPlainString());
		assertThat(this.mvc.get().uri("/results/2026.csv")).bodyText()
			.contains("全部选票同等计入的得分", alike(card).toPlainString());
	}

	@Test
	void withholdsWhatWouldTellWhatFewSaid() {
		flatter(this.units.policeBureau(), 9);
		publish();
		Card card = this.results.publishedCard(this.cycle.id(), "GAJ");
		assertThat(card.alike()).isEqualTo(new AlikeScore(null));
		assertThat(online(card).withheld()).isTrue();
		assertThat(online(card).flagged()).isEmpty();
		assertThat(this.mvc.get().uri("/results/2026/GAJ")).bodyText()
			.contains("受影响的选票过少")
			.doesNotContain("9 份，不计入", "若全部同等计入");
		assertThat(this.mvc.get().uri("/results/2026")).bodyText().contains("不公布");
		assertThat(this.mvc.get().uri("/results/2026.csv")).bodyText().contains("不公布");
	}

	@Test
	void showsTheOfficeWhatItWithholdsInPublic() {
		flatter(this.units.policeBureau(), 9);
		this.samples.count(this.cycles.close(this.cycle));
		Card card = As.office(() -> this.results.draftCard(this.cycle.id(), "GAJ"));
		assertThat(alike(card)).isGreaterThan(card.score());
		assertThat(online(card).flagged()).extracting(Card.Flagged::ballots).containsExactly(9L);
		Map<String, AlikeScore> rows = new HashMap<>();
		As.office(() -> this.results.draft(this.cycle.id()))
			.groups()
			.forEach((group) -> group.rows().forEach((row) -> rows.put(row.unit(), row.alike())));
		assertThat(rows.get("GAJ")).isEqualTo(card.alike());
		assertThat(rows.values()).hasSize(5).doesNotContainNull();
	}

	@Test
	void agreesWithItselfWhereNoBallotIsFlagged() {
		publish();
		List<Standings.Row> rows = this.results.published(this.cycle.id())
			.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.toList();
		assertThat(rows).allSatisfy((row) -> assertThat(row.alike()).isEqualTo(new AlikeScore(row.score())));
	}

}
