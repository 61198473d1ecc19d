package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.AlikeScore;
import org.pingyi.outcome.result.Card;

/**
 * Says which ballots about a unit did not count as one each, and what its score would be
 * if they did; neither where it would tell what few people said.
 */
record TreatmentNarrative(Messages messages, BigDecimal score, @Nullable AlikeScore alike) {

	void narrate(List<Card.Row> rows, List<String> sentences) {
		List<String> treated = rows.stream().flatMap((row) -> treated(row).stream()).distinct().toList();
		if (this.alike != null && !treated.isEmpty()) {
			sentences.add(sentence(this.messages.list(treated), this.alike.score()));
		}
	}

	private String sentence(String treated, @Nullable BigDecimal otherwise) {
		if (otherwise == null) {
			return this.messages.say("result.narrative.treatedWithheld", treated);
		}
		boolean same = otherwise.compareTo(this.score) == 0;
		return this.messages.say(same ? "result.narrative.treatedSame" : "result.narrative.treated", treated,
				otherwise.toPlainString());
	}

	private List<String> treated(Card.Row row) {
		List<String> phrases = new ArrayList<>();
		String name = this.messages.quoted(this.messages.in(row.line().name()));
		append("result.narrative.setApart", name, row.flagged().stream().filter(Card.Flagged::excluded).toList(),
				phrases);
		append("result.narrative.lighter", name, row.flagged().stream().filter((one) -> !one.excluded()).toList(),
				phrases);
		return phrases;
	}

	private void append(String key, String name, List<Card.Flagged> ballots, List<String> phrases) {
		if (ballots.isEmpty()) {
			return;
		}
		List<Long> known = ballots.stream().map(Card.Flagged::ballots).filter(Objects::nonNull).toList();
		phrases.add((known.size() < ballots.size()) ? this.messages.say(key + ".some", name)
				: this.messages.say(key, name, known.stream().mapToLong(Long::longValue).sum()));
	}

}
