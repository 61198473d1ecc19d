package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.AdjustmentRules.Each;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
import org.pingyi.rules.scoring.AdjustmentValue;
import org.pingyi.rules.scoring.AdjustmentValues;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Text;

/**
 * The adjustment rules of a frozen scheme, asked by their codes.
 *
 * @param content the rules as the scheme states them
 */
public record Rulebook(AdjustmentRules content) {

	/** Every rule: bonuses, deductions, vetoes. */
	public List<Rule> rules() {
		Stream<Rule> bonuses = this.content.bonuses()
			.stream()
			.map((rule) -> new Rule(Kind.BONUS, rule.code(), rule.name(), rule.points(), rule.each(), rule.most(),
					Set.copyOf(rule.traits()), rule.noticeDays(), rule.clause()));
		Stream<Rule> deductions = this.content.deductions()
			.stream()
			.map((rule) -> new Rule(Kind.DEDUCTION, rule.code(), rule.name(), rule.points(), rule.each(), rule.most(),
					Set.of(), 0, rule.clause()));
		Stream<Rule> vetoes = this.content.vetoes()
			.stream()
			.map((rule) -> new Rule(Kind.VETO, rule.code(), rule.name(), null, null, null, Set.of(), 0, rule.clause()));
		return Stream.of(bonuses, deductions, vetoes).flatMap((each) -> each).toList();
	}

	public List<Rule> rules(Kind kind) {
		return rules().stream().filter((rule) -> rule.kind() == kind).toList();
	}

	public Optional<Rule> rule(String code) {
		return rules().stream().filter((rule) -> rule.code().equals(code)).findFirst();
	}

	/** The bonuses that are open to a unit with these traits. */
	public List<Rule> bonuses(Set<String> traits) {
		return rules(Kind.BONUS).stream().filter((rule) -> traits.containsAll(rule.traits())).toList();
	}

	public Optional<Factor> cause(String code) {
		return find(this.content.causes(), code);
	}

	public Optional<Factor> handling(String code) {
		return find(this.content.handlings(), code);
	}

	/**
	 * The name of a rule, a cause or a handling; the code where the scheme names none.
	 */
	public Text name(String code) {
		return rule(code).map(Rule::name)
			.or(() -> cause(code).map(Factor::name))
			.or(() -> handling(code).map(Factor::name))
			.orElse(new Text(code, null));
	}

	/**
	 * What the engine makes of an adjustment before the caps of the scheme; empty for a
	 * veto, which has no points, and for a deduction whose cause or handling is unknown.
	 */
	public Optional<AdjustmentValue> value(String rule, String cause, String handling, long quantity) {
		return rule(rule).filter((found) -> hasPoints(found, cause, handling))
			.map((found) -> AdjustmentValues.of(this.content)
				.value(new Inputs.Event("", "", rule, cause, handling, quantity)));
	}

	private boolean hasPoints(Rule rule, String cause, String handling) {
		return switch (rule.kind()) {
			case BONUS -> true;
			case DEDUCTION -> cause(cause).isPresent() && handling(handling).isPresent();
			case VETO -> false;
		};
	}

	private static Optional<Factor> find(List<Factor> factors, String code) {
		return factors.stream().filter((factor) -> factor.code().equals(code)).findFirst();
	}

	/**
	 * One rule.
	 *
	 * @param points what one event is worth before its quantity and factors; null for a
	 * veto
	 * @param each what each whole unit of a quantity adds to it, or null
	 * @param most the most that one event is worth with its quantity, or null
	 * @param traits names of the traits that a unit needs for it
	 * @param noticeDays days for which all units see it before it counts; 0 for none
	 */
	public record Rule(Kind kind, String code, Text name, @Nullable BigDecimal points, @Nullable Each each,
			@Nullable BigDecimal most, Set<String> traits, int noticeDays, String clause) {

		/** Whether it asks how much of something there was. */
		public boolean counts() {
			return this.each != null;
		}

	}

}
