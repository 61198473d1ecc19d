package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.AlikeScore;
import org.pingyi.outcome.result.Card;

/**
 * Tells which ballots about a unit did not count as one each, and what its score would be
 * if they did; neither where it would tell what few people said.
 */
record TreatmentNarrative(Messages words, BigDecimal score, @Nullable AlikeScore alike) {

	void tell(List<Card.Row> rows, List<String> sentences) {
		List<String> treated = rows.stream().flatMap((row) -> treated(row).stream()).distinct().toList();
		if (this.alike != null && !treated.isEmpty()) {
			sentences.add(sentence(this.words.list(treated), this.alike.score()));
		}
	}

	private String sentence(String treated, @Nullable BigDecimal otherwise) {
		if (otherwise == null) {
			return this.words.say("result.told.treatedWithheld", treated);
		}
		boolean same = otherwise.compareTo(this.score) == 0;
		return this.words.say(same ? "result.told.treatedSame" : "result.told.treated", treated,
				otherwise.toPlainString());
	}

	private List<String> treated(Card.Row row) {
		List<String> told = new ArrayList<>();
		String name = this.words.quoted(this.words.in(row.line().name()));
		tell("result.told.setApart", name, row.doubtful().stream().filter(Card.Doubtful::apart).toList(), told);
		tell("result.told.lighter", name, row.doubtful().stream().filter((one) -> !one.apart()).toList(), told);
		return told;
	}

	private void tell(String key, String name, List<Card.Doubtful> ballots, List<String> told) {
		if (ballots.isEmpty()) {
			return;
		}
		List<Long> known = ballots.stream().map(Card.Doubtful::ballots).filter(Objects::nonNull).toList();
		told.add((known.size() < ballots.size()) ? this.words.say(key + ".some", name)
				: this.words.say(key, name, known.stream().mapToLong(Long::longValue).sum()));
	}

}
