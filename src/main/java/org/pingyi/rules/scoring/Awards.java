package org.pingyi.rules.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives grades by the first rule that fits each unit, then every mark that fits.
 */
final class Awards {

	private final Ranking ranking;

	private final Vetoes vetoes;

	private final Eligibility eligibility;

	private final List<PlacedUnit> ranked;

	private final Map<String, Given> grades = new HashMap<>();

	private final Map<String, List<String>> marks = new HashMap<>();

	/**
	 * @param ranked the ranked units of all groups
	 * @param eligibility what conditions ask
	 */
	private Awards(Rules rules, List<PlacedUnit> ranked, Eligibility eligibility) {
		this.ranking = rules.ranking();
		this.vetoes = new Vetoes(rules);
		this.ranked = ranked;
		this.eligibility = eligibility;
	}

	/** A grade and how it came about, in figures or as the code of a veto or an event. */
	record Given(String grade, String reason) {

		static final Given NONE = new Given("", "");

	}

	/** Gives all grades and marks. */
	static Awards give(Rules rules, List<PlacedUnit> ranked, Eligibility eligibility) {
		Awards awards = new Awards(rules, ranked, eligibility);
		awards.fix();
		rules.ranking().gradeRules().forEach(awards::give);
		awards.fallBack();
		rules.ranking().marks().forEach(awards::give);
		return awards;
	}

	Given grade(PlacedUnit unit) {
		return this.grades.getOrDefault(unit.unit(), Given.NONE);
	}

	/** Codes of its marks in the order of the rules. */
	List<String> marks(PlacedUnit unit) {
		return List.copyOf(this.marks.getOrDefault(unit.unit(), List.of()));
	}

	/** Vetoes that name the very grade come before every rule. */
	private void fix() {
		for (PlacedUnit unit : this.ranked) {
			this.vetoes.fixed(unit).ifPresent((veto) -> grant(unit, this.vetoes.grade(veto), veto.code()));
		}
	}

	private void give(Ranking.GradeRule rule) {
		List<PlacedUnit> fitting = open().stream().filter((unit) -> fits(unit, rule.when())).toList();
		List<PlacedUnit> allowed = fitting.stream().filter((unit) -> this.vetoes.allow(unit, rule.grade())).toList();
		Quotas quotas = new Quotas(rule.when().quota(), this.ranked, allowed);
		for (PlacedUnit unit : allowed) {
			if (quotas.admit(unit)) {
				grant(unit, rule.grade(), reason(unit, rule, quotas));
			}
		}
	}

	private List<PlacedUnit> open() {
		return this.ranked.stream().filter((unit) -> !this.grades.containsKey(unit.unit())).toList();
	}

	private boolean fits(PlacedUnit unit, When when) {
		return this.eligibility.fits(unit, when, given(unit));
	}

	private List<String> given(PlacedUnit unit) {
		List<String> codes = new ArrayList<>(marks(unit));
		codes.add(grade(unit).grade());
		return codes;
	}

	private String reason(PlacedUnit unit, Ranking.GradeRule rule, Quotas quotas) {
		return this.vetoes.against(unit, better(unit, rule))
			.map(AdjustmentRules.Veto::code)
			.orElseGet(() -> figures(unit, rule, quotas));
	}

	/** The grades of earlier rules whose conditions the unit meets. */
	@SuppressWarnings("ReferenceEquality") // the rules before this very one
	private List<String> better(PlacedUnit unit, Ranking.GradeRule rule) {
		return this.ranking.gradeRules()
			.stream()
			.takeWhile((earlier) -> earlier != rule)
			.filter((earlier) -> fits(unit, earlier.when()))
			.map(Ranking.GradeRule::grade)
			.toList();
	}

	private String figures(PlacedUnit unit, Ranking.GradeRule rule, Quotas quotas) {
		List<String> steps = new ArrayList<>(this.eligibility.figures(unit, rule.when()));
		quotas.figures(unit).ifPresent(steps::add);
		return steps.isEmpty() ? this.eligibility.below(unit, this.ranking.gradeRules(), rule)
				: String.join(Arithmetic.STEP, steps);
	}

	/** Whom no rule fits within its veto gets the grade that the veto leaves it. */
	private void fallBack() {
		for (PlacedUnit unit : open()) {
			this.vetoes.strictest(unit).ifPresent((veto) -> grant(unit, this.vetoes.grade(veto), veto.code()));
		}
	}

	private void grant(PlacedUnit unit, String grade, String reason) {
		this.grades.put(unit.unit(), new Given(grade, reason));
	}

	private void give(Ranking.Mark mark) {
		List<PlacedUnit> fitting = this.ranked.stream().filter((unit) -> fits(unit, mark.when())).toList();
		Quotas quotas = new Quotas(mark.when().quota(), this.ranked, fitting);
		fitting.stream()
			.filter(quotas::admit)
			.forEach((unit) -> this.marks.computeIfAbsent(unit.unit(), (code) -> new ArrayList<>()).add(mark.code()));
	}

}
