package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Veto;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Range;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Ranking.GradeRule;
import org.pingyi.rules.scoring.Ranking.Mark;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Tree;
import org.pingyi.rules.scoring.When;

/**
 * Checks rounding, and that the rules leave no score without a grade, none with two, and
 * that every rule can be reached.
 */
final class RankingChecks {

	private static final String RULES = "ranking.gradeRules";

	private static final int MOST_PLACES = 6;

	private static final int MOST_YEARS = 10;

	private final Checks checks;

	private final Rules rules;

	private final Ranking ranking;

	private final Set<String> nodes = new HashSet<>();

	RankingChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
		this.ranking = rules.ranking();
		rules.nodes().forEach((node) -> this.nodes.add(node.head().code()));
	}

	void run() {
		this.checks.require(this.ranking.places() >= 0 && this.ranking.places() <= MOST_PLACES, "ranking.places",
				"places", this.ranking.places());
		this.checks.known("ranking.tieBreakers", this.ranking.tieBreakers(), this.nodes, "unknownNode");
		this.checks.codes("ranking.grades", this.ranking.grades(), Grade::code);
		this.checks.codes("ranking.marks", this.ranking.marks(), Mark::code);
		Set<String> given = Checks.set(this.ranking.grades(), Grade::code);
		for (int i = 0; i < this.ranking.gradeRules().size(); i++) {
			GradeRule rule = this.ranking.gradeRules().get(i);
			this.checks.require(given.contains(rule.grade()), RULES + "[" + i + "].grade", "unknownGrade",
					rule.grade());
			when(RULES + "[" + i + "]", rule.when(), given);
		}
		for (int i = 0; i < this.ranking.marks().size(); i++) {
			Mark mark = this.ranking.marks().get(i);
			String place = "ranking.marks[" + i + "]";
			when(place, mark.when(), given);
			this.checks.require(!mark.when().isAlways(), place, "markAlways", mark.code());
			this.checks.require(given.add(mark.code()), place + ".code", "twice", mark.code());
		}
		everyGradeIsGiven();
		if (!this.ranking.grades().isEmpty()) {
			coverage();
		}
	}

	private void when(String place, When when, Set<String> given) {
		Set<String> events = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		events.addAll(Checks.set(this.rules.adjustments().deductions(), Deduction::code));
		events.addAll(Checks.set(this.rules.adjustments().vetoes(), Veto::code));
		this.checks.known(place + ".events", when.events(), events, "unknownRule");
		this.checks.known(place + ".without", when.without(), events, "unknownRule");
		this.checks.known(place + ".given", when.given(), given, "unknownGiven");
		this.checks.require(when.node().isEmpty() || this.nodes.contains(when.node()), place + ".node", "unknownNode",
				when.node());
		this.checks.range(place, when.range());
		for (int i = 0; i < when.where().size(); i++) {
			Conversion.Condition condition = when.where().get(i);
			String at = place + ".where[" + i + "]";
			this.checks.require(condition.node().isEmpty() || this.nodes.contains(condition.node()), at + ".node",
					"unknownNode", condition.node());
			this.checks.range(at, condition.range());
		}
		past(place + ".past", when);
		quota(place + ".quota", when);
	}

	private void past(String place, When when) {
		When.Past past = when.past();
		if (past != null) {
			Set<String> codes = Checks.set(this.ranking.grades(), Grade::code);
			codes.addAll(Checks.set(this.ranking.marks(), Mark::code));
			this.checks.require(codes.contains(past.code()), place + ".code", "unknownGiven", past.code());
			this.checks.require(past.years() >= 1 && past.years() <= MOST_YEARS, place + ".years", "years",
					past.years());
		}
	}

	private void quota(String place, When when) {
		When.Quota quota = when.quota();
		if (quota != null) {
			BigDecimal share = quota.share();
			Long count = quota.count();
			this.checks.require(share != null || count != null, place, "openQuota", "");
			this.checks.require(share == null || (share.signum() > 0 && share.compareTo(Node.HUNDRED) <= 0),
					place + ".share", "share", share + "");
			this.checks.require(count == null || count > 0, place + ".count", "positive", count + "");
		}
	}

	private void everyGradeIsGiven() {
		Set<String> reached = Checks.set(this.ranking.gradeRules(), GradeRule::grade);
		this.rules.adjustments().vetoes().stream().map(Veto::grade).forEach((grade) -> reached.add(grade + ""));
		for (int i = 0; i < this.ranking.grades().size(); i++) {
			String code = this.ranking.grades().get(i).code();
			this.checks.require(reached.contains(code), "ranking.grades[" + i + "]", "gradeNever", code);
		}
	}

	/** Looks at every score at which a threshold begins or ends. */
	private void coverage() {
		List<GradeRule> all = this.ranking.gradeRules();
		Set<Integer> first = new HashSet<>();
		List<Range> ranges = all.stream().map((rule) -> rule.when().range()).toList();
		List<BigDecimal> scores = BoundaryValues.of(ranges, rootRange(), this.ranking.places());
		List<BigDecimal> open = new ArrayList<>();
		for (BigDecimal score : scores) {
			List<Integer> fitting = IntStream.range(0, all.size())
				.filter((rule) -> gives(all.get(rule), score))
				.boxed()
				.toList();
			if (fitting.isEmpty()) {
				open.add(score);
			}
			else {
				first.add(fitting.getFirst());
				overlaps(fitting, score);
			}
		}
		open.stream().findFirst().ifPresent((score) -> this.checks.fault(RULES, "gradeGap", score.toPlainString()));
		for (int i = 0; i < all.size(); i++) {
			this.checks.require(first.contains(i) || !reachable(all, i), RULES + "[" + i + "]", "ruleUnreachable",
					all.get(i).grade());
		}
	}

	/** Where the roots can lie; scores of a tree that is not ranked get no grade. */
	private Range rootRange() {
		NodeRanges ranges = new NodeRanges(this.rules);
		return NodeRanges.union(
				this.rules.trees().stream().filter((tree) -> !tree.apart()).map(Tree::root).map(ranges::of).toList());
	}

	private static boolean gives(GradeRule rule, BigDecimal score) {
		return rule.when().isThreshold() && rule.when().range().holds(score);
	}

	/** The first rule decides; a rule that states where it ends means to stand apart. */
	private void overlaps(List<Integer> fitting, BigDecimal score) {
		fitting.stream()
			.skip(1)
			.filter((rule) -> this.ranking.gradeRules().get(rule).when().range().isBounded())
			.findFirst()
			.ifPresent((rule) -> this.checks.once(RULES + "[" + rule + "]", "gradeOverlap", score.toPlainString()));
	}

	/**
	 * Whether a rule must be some score's first: nothing but thresholds decides on it.
	 */
	private static boolean reachable(List<GradeRule> all, int index) {
		boolean afterAll = all.subList(0, index).stream().anyMatch((rule) -> rule.when().isAlways());
		return all.get(index).when().isThreshold() || afterAll;
	}

}
