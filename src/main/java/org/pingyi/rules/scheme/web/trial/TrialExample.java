package org.pingyi.rules.scheme.web.trial;

import java.math.BigDecimal;
import java.util.List;

import org.pingyi.rules.scheme.web.trial.TrialQuestions.Ballots;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Source;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An example of what one may type, so that the first click shows a scorecard. */
final class TrialExample {

	/** Per cent of the answers at the levels from the best. */
	private static final List<Integer> SHARES = List.of(60, 30, 10);

	private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();

	private TrialExample() {
	}

	static MultiValueMap<String, String> of(TrialQuestions questions) {
		TrialExample example = new TrialExample();
		questions.polls().forEach(example::ballots);
		for (int i = 0; i < questions.figures().size(); i++) {
			example.values.add("f" + i, figure(questions.figures().get(i)));
		}
		questions.traits().forEach((trait) -> example.values.add("traits", trait));
		example.values.add("others", questions.polls().isEmpty() ? "" : "88 84 80 76 72");
		example.event(questions);
		return example.values;
	}

	/** Twice the minimum, and whole tenths of it at each level. */
	private void ballots(Ballots ballots) {
		long count = Math.max(20, (ballots.minimum() * 2 + 9) / 10 * 10);
		if (ballots.scale().hasLevels()) {
			List<Level> levels = ballots.scale().levels();
			for (int i = 0; i < levels.size(); i++) {
				long share = (i < SHARES.size() && levels.size() >= SHARES.size()) ? SHARES.get(i) : 0;
				add(ballots, "l" + levels.get(i).code(), Long.toString(count * share / 100));
			}
		}
		else {
			String mean = ballots.scale().hasPlaces() ? "2"
					: ballots.scale().maximum().multiply(new BigDecimal("0.9")).stripTrailingZeros().toPlainString();
			add(ballots, "mean", mean);
			add(ballots, "count", Long.toString(count));
		}
		if (ballots.silent()) {
			add(ballots, "issued", Long.toString(count * 5 / 4));
		}
	}

	private void add(Ballots ballots, String name, String value) {
		this.values.add(ballots.field() + "." + name, value);
	}

	private static String figure(Source.Figure figure) {
		BigDecimal most = figure.most();
		BigDecimal least = figure.least();
		BigDecimal value = ((most != null) ? most : BigDecimal.valueOf(100)).multiply(new BigDecimal("0.9"));
		return ((least != null) ? value.max(least) : value).stripTrailingZeros().toPlainString();
	}

	private void event(TrialQuestions questions) {
		questions.rules().adjustments().deductions().stream().findFirst().ifPresent((deduction) -> {
			this.values.add("e0.rule", deduction.code());
			this.values.add("e0.cause", counting(questions.rules().adjustments().causes()));
			this.values.add("e0.handling", counting(questions.rules().adjustments().handlings()));
		});
	}

	private static String counting(List<Factor> factors) {
		return factors.stream()
			.filter((factor) -> factor.factor().signum() > 0)
			.findFirst()
			.map(Factor::code)
			.orElse("");
	}

}
