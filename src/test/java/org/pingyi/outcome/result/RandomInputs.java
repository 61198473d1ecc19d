package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Tree;

/** A year under any rules, drawn by lot; the same seed draws the same year. */
final class RandomInputs {

	private static final int UNITS = 12;

	private static final List<String> TRAITS = List.of("WINDOW", "VERTICAL", "AWARDS");

	private final Rules rules;

	private final Random lot;

	/** Whether every figure is there: rules that refuse a gap can score such a year. */
	private final boolean complete;

	private final List<Inputs.Subject> subjects = new ArrayList<>();

	private final List<Inputs.Tally> tallies = new ArrayList<>();

	private final List<Inputs.Issued> issued = new ArrayList<>();

	private final List<Inputs.Event> events = new ArrayList<>();

	private final List<Inputs.Figure> figures = new ArrayList<>();

	private final List<Inputs.Memory> memories = new ArrayList<>();

	private final List<Inputs.Exclusion> apart = new ArrayList<>();

	private RandomInputs(Rules rules, long seed) {
		this.rules = rules;
		this.lot = new Random(seed);
		this.complete = seed % 2 == 0;
	}

	static Inputs of(Rules rules, long seed) {
		RandomInputs year = new RandomInputs(rules, seed);
		for (int unit = 0; unit < UNITS; unit++) {
			year.draw("U" + unit);
		}
		return new Inputs(year.subjects, year.tallies, year.issued, year.events, year.figures, year.memories,
				year.apart);
	}

	private <T> T any(List<T> list) {
		return list.get(this.lot.nextInt(list.size()));
	}

	private void draw(String unit) {
		Set<String> traits = new TreeSet<>();
		TRAITS.stream().filter((trait) -> this.lot.nextInt(3) > 0).forEach(traits::add);
		this.subjects.add(new Inputs.Subject(unit, any(groups()), traits));
		this.rules.channels().forEach((channel) -> draw(unit, channel));
		adjust(unit);
		Map<String, Source.Figure> needed = new TreeMap<>();
		this.rules.nodes()
			.filter(Source.Figure.class::isInstance)
			.map(Source.Figure.class::cast)
			.forEach((figure) -> needed.putIfAbsent(figure.key(), figure));
		needed.forEach((key, figure) -> {
			if (this.complete) {
				this.figures.add(new Inputs.Figure(unit, key, within(figure)));
			}
			else if (this.lot.nextInt(6) > 0) {
				this.figures.add(new Inputs.Figure(unit, key, figure()));
			}
		});
		Stream
			.concat(this.rules.ranking().grades().stream().map((grade) -> grade.code()),
					this.rules.ranking().marks().stream().map((mark) -> mark.code()))
			.forEach((code) -> {
				for (int ago = 1; ago <= 2 && this.lot.nextBoolean(); ago++) {
					this.memories.add(new Inputs.Memory(unit, code, ago));
				}
			});
	}

	private List<String> groups() {
		return this.rules.trees()
			.stream()
			.flatMap((tree) -> tree.groups().stream())
			.flatMap((group) -> group.equals(Tree.REST) ? Stream.of("X", "Y") : Stream.of(group))
			.distinct()
			.toList();
	}

	private BigDecimal within(Source.Figure figure) {
		int least = (figure.least() != null) ? figure.least().intValue() : 0;
		int most = (figure.most() != null) ? figure.most().intValue() : least + 100;
		return BigDecimal.valueOf(least + this.lot.nextInt(most - least + 1));
	}

	/** Mostly within the bounds, and often the same. */
	private BigDecimal figure() {
		return switch (this.lot.nextInt(5)) {
			case 0 -> BigDecimal.ZERO;
			case 1 -> BigDecimal.valueOf(this.lot.nextInt(10) * 10L);
			case 2 -> BigDecimal.valueOf(this.lot.nextInt(130_0000) - 1_0000, 4);
			default -> BigDecimal.valueOf(this.lot.nextInt(1000), 1);
		};
	}

	private void draw(String unit, Channel channel) {
		Questionnaire form = this.rules.questionnaire(channel);
		Scale scale = this.rules.scale(form);
		for (String raters : channel.raterClasses()) {
			long all = 0;
			for (int signals : new TreeSet<>(List.of(0, 1 << this.lot.nextInt(5), this.lot.nextInt(32)))) {
				all += draw(unit, channel, raters, signals, form.items().size(), scale);
			}
			if (this.lot.nextInt(4) > 0) {
				this.issued.add(new Inputs.Issued(unit, channel.code(), raters, all + this.lot.nextInt(15)));
			}
		}
		if (this.lot.nextInt(3) == 0) {
			this.apart.add(new Inputs.Exclusion(unit, channel.code(), this.lot.nextInt(4)));
		}
	}

	private long draw(String unit, Channel channel, String raters, int signals, int items, Scale scale) {
		int ballots = this.lot.nextInt(3) * this.lot.nextInt(7);
		if (ballots == 0) {
			return 0;
		}
		this.tallies.add(new Inputs.Tally(unit, channel.code(), raters, signals, 0, 0, ballots));
		for (int item = 1; item <= items; item++) {
			Map<Integer, Long> counts = new TreeMap<>();
			for (int ballot = 0; ballot < ballots; ballot++) {
				counts.merge(code(scale), 1L, Long::sum);
			}
			for (Map.Entry<Integer, Long> bar : counts.entrySet()) {
				this.tallies
					.add(new Inputs.Tally(unit, channel.code(), raters, signals, item, bar.getKey(), bar.getValue()));
			}
		}
		return ballots;
	}

	private int code(Scale scale) {
		if (scale.hasLevels()) {
			return any(scale.levels()).code();
		}
		return scale.hasPlaces() ? 1 + this.lot.nextInt(UNITS)
				: this.lot.nextInt(1 + scale.maximum().movePointRight(1).intValue());
	}

	private void adjust(String unit) {
		List<String> bonuses = this.rules.adjustments().bonuses().stream().map((rule) -> rule.code()).toList();
		List<String> deductions = this.rules.adjustments().deductions().stream().map((rule) -> rule.code()).toList();
		List<String> vetoes = this.rules.adjustments().vetoes().stream().map((rule) -> rule.code()).toList();
		for (int event = this.lot.nextInt(6); event > 0; event--) {
			if (!bonuses.isEmpty()) {
				event(unit, any(bonuses), "", "");
			}
			if (!deductions.isEmpty() && this.lot.nextBoolean()) {
				event(unit, any(deductions), factor(this.rules.adjustments().causes()),
						factor(this.rules.adjustments().handlings()));
			}
		}
		if (!vetoes.isEmpty() && this.lot.nextInt(4) == 0) {
			event(unit, any(vetoes), "", "");
		}
	}

	private String factor(List<org.pingyi.rules.scoring.AdjustmentRules.Factor> factors) {
		return factors.isEmpty() ? "" : any(factors).code();
	}

	private void event(String unit, String rule, String cause, String handling) {
		this.events.add(new Inputs.Event(unit, "文" + this.lot.nextInt(3), rule, cause, handling, this.lot.nextInt(12),
				Integer.toString(this.events.size() + 1)));
	}

}
