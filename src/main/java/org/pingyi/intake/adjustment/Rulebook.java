package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
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
			.map((rule) -> new Rule(Kind.BONUS, rule.code(), rule.name(), rule.points(), Set.copyOf(rule.traits()),
					rule.clause()));
		Stream<Rule> deductions = this.content.deductions()
			.stream()
			.map((rule) -> new Rule(Kind.DEDUCTION, rule.code(), rule.name(), rule.points(), Set.of(), rule.clause()));
		Stream<Rule> vetoes = this.content.vetoes()
			.stream()
			.map((rule) -> new Rule(Kind.VETO, rule.code(), rule.name(), null, Set.of(), rule.clause()));
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
	 * What an adjustment comes to before the caps of the scheme; empty for a veto, which
	 * has no points, and for a deduction whose cause or handling is unknown.
	 */
	public Optional<Worth> worth(String rule, String cause, String handling) {
		return rule(rule).flatMap((found) -> {
			BigDecimal points = found.points();
			if (points == null) {
				return Optional.empty();
			}
			return (found.kind() == Kind.BONUS) ? Optional.of(Worth.of(points)) : deduction(points, cause, handling);
		});
	}

	private Optional<Worth> deduction(BigDecimal points, String cause, String handling) {
		return cause(cause)
			.flatMap((one) -> handling(handling).map((other) -> Worth.of(points, one.factor(), other.factor())));
	}

	private static Optional<Factor> find(List<Factor> factors, String code) {
		return factors.stream().filter((factor) -> factor.code().equals(code)).findFirst();
	}

	/**
	 * One rule.
	 *
	 * @param points what one event is worth before its factors, above 0; null for a veto
	 * @param traits names of the traits that a unit needs for it
	 */
	public record Rule(Kind kind, String code, Text name, @Nullable BigDecimal points, Set<String> traits,
			String clause) {
	}

}
