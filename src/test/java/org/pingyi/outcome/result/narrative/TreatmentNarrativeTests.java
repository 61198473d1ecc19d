package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.pingyi.outcome.result.AlikeScore;
import org.pingyi.outcome.result.Card;
import org.pingyi.rules.scoring.Counts;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Signal;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Treatment;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One sentence says what became of flagged ballots, with no more than may be known. */
class TreatmentNarrativeTests {

	private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

	static {
		MESSAGES.setBasename("messages/result");
		MESSAGES.setDefaultEncoding("UTF-8");
		MESSAGES.setFallbackToSystemLocale(false);
	}

	private static final Treatment APART = new Treatment(Signal.OWN_NETWORK, Treatment.Effect.SET_APART, null, "");

	private static final Treatment LIGHTER = new Treatment(Signal.BURST, Treatment.Effect.WEIGH_LESS,
			new BigDecimal("0.5"), "");

	private static Card.Flagged flagged(@Nullable Treatment treatment, @Nullable Long ballots) {
		return new Card.Flagged(treatment, "", ballots);
	}

	private static Card.Row row(String zh, String en, Card.Flagged... flagged) {
		Line line = new Line("n", "", new Text(zh, en), "", "mean", Line.State.COUNTED, null, Counts.NONE,
				BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, "", List.of());
		return new Card.Row(1, true, true, false, line, List.of(), Arrays.asList(flagged));
	}

	private static List<String> told(Locale locale, @Nullable AlikeScore alike, Card.Row... rows) {
		List<String> sentences = new ArrayList<>();
		new TreatmentNarrative(new Messages(MESSAGES, locale), new BigDecimal("86.50"), alike)
			.narrate(Arrays.asList(rows), sentences);
		return sentences;
	}

	private static AlikeScore score(String score) {
		return new AlikeScore(new BigDecimal(score));
	}

	@Test
	void tellsHowManyAndWhatTheyWouldHaveChanged() {
		Card.Row row = row("网上评议", "Online rating", flagged(null, 10L), flagged(APART, 8L), flagged(LIGHTER, 1L));
		assertThat(told(Locale.CHINESE, score("88.12"), row))
			.containsExactly("按考评办法，“网上评议”有 18 份选票另置不计、“网上评议”有 1 份选票折算计入；若全部同等计入，得分为 88.12。");
		assertThat(told(Locale.ENGLISH, score("88.12"), row)).containsExactly(
				"The method has rules for flagged ballots: 18 ballots excluded from “Online rating”, one ballot counting for less in “Online rating”. If every ballot counted alike, the score would be 88.12.");
	}

	@Test
	void saysSoWhereTheyWouldHaveChangedNothing() {
		Card.Row row = row("网上评议", "Online rating", flagged(APART, 12L));
		assertThat(told(Locale.CHINESE, score("86.5"), row)).singleElement().asString().contains("即使全部同等计入，得分也是 86.5");
		assertThat(told(Locale.ENGLISH, score("86.5"), row)).singleElement().asString().contains("still be 86.5");
	}

	@Test
	void keepsNumbersAndScoresThatWouldTellWhatFewSaid() {
		Card.Row row = row("网上评议", "Online rating", flagged(APART, 12L), flagged(null, null));
		assertThat(told(Locale.CHINESE, new AlikeScore(null), row))
			.containsExactly("按考评办法，“网上评议”有部分选票另置不计；为保护投票人，不公布全部同等计入时的得分。");
		assertThat(told(Locale.ENGLISH, new AlikeScore(null), row)).singleElement()
			.asString()
			.contains("some ballots excluded", "withheld")
			.doesNotContain("12");
	}

	@Test
	void saysNothingWhereEveryBallotCountedAlike() {
		assertThat(told(Locale.CHINESE, null, row("网上评议", "Online rating"))).isEmpty();
		assertThat(told(Locale.CHINESE, score("86.50"), row("网上评议", "Online rating"))).isEmpty();
	}

}
