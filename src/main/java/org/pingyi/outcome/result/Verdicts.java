package org.pingyi.outcome.result;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Text;

/** Calls what followed from a score by the names that the rules give it. */
final class Verdicts {

	/** What stands between the steps of the engine's reasons. */
	private static final String STEP = "; ";

	private Verdicts() {
	}

	static Card.Verdict of(Rules rules, Explanation facts) {
		Scorecard card = facts.card();
		Map<String, Text> names = names(rules.adjustments());
		List<Text> vetoes = rules.adjustments()
			.vetoes()
			.stream()
			.filter((veto) -> card.vetoes().contains(veto.code()))
			.map(AdjustmentRules.Veto::name)
			.toList();
		return new Card.Verdict(GradeMark.of(rules, card.grade()), reason(card, names), names.get(facts.decidedBy()),
				vetoes, marks(rules, card.marks()));
	}

	/** Names of what else followed, in the order of the rules. */
	static List<Text> marks(Rules rules, List<String> codes) {
		return rules.ranking()
			.marks()
			.stream()
			.filter((mark) -> codes.contains(mark.code()))
			.map(Ranking.Mark::name)
			.toList();
	}

	/** A veto that is the whole reason is named by itself already. */
	private static @Nullable Text reason(Scorecard card, Map<String, Text> names) {
		if (card.gradeReason().isEmpty() || card.vetoes().contains(card.gradeReason())) {
			return null;
		}
		return new Text(reason(card, names, Locale.CHINESE), reason(card, names, Locale.ENGLISH));
	}

	/** The engine names events by the codes of their rules. */
	private static String reason(Scorecard card, Map<String, Text> names, Locale locale) {
		return Arrays.stream(card.gradeReason().split(STEP))
			.map((step) -> names.containsKey(step) ? names.get(step).in(locale) : step)
			.collect(Collectors.joining(STEP));
	}

	private static Map<String, Text> names(AdjustmentRules rules) {
		Map<String, Text> names = new HashMap<>();
		rules.bonuses().forEach((bonus) -> names.put(bonus.code(), bonus.name()));
		rules.deductions().forEach((deduction) -> names.put(deduction.code(), deduction.name()));
		rules.vetoes().forEach((veto) -> names.put(veto.code(), veto.name()));
		return names;
	}

}
