package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Gives the units of a group their grades, from the best grade to the last. */
final class Grades {

	private final List<Grade> grades;

	private final AdjustmentRules adjustments;

	/** The ranked units from the best that have no grade yet. */
	private final List<Placed> open;

	private final int size;

	private final Map<String, Given> given = new HashMap<>();

	private Grades(Rules rules, List<Placed> ranked) {
		this.grades = rules.ranking().grades();
		this.adjustments = rules.adjustments();
		this.open = new ArrayList<>(ranked);
		this.size = ranked.size();
	}

	/** A grade and how it came about. */
	record Given(String grade, String reason) {

		static final Given NONE = new Given("", "");

	}

	/**
	 * Grades by unit code.
	 * @param ranked the ranked units of a group, from the best
	 */
	static Map<String, Given> of(Rules rules, List<Placed> ranked) {
		Grades grades = new Grades(rules, ranked);
		rules.ranking().grades().forEach(grades::give);
		return grades.given;
	}

	private void give(Grade grade) {
		List<Placed> reaching = this.open.stream()
			.filter((placed) -> reaches(placed, grade) && veto(placed, grade) == null)
			.toList();
		for (Placed placed : reaching) {
			long ahead = reaching.stream().filter((other) -> other.score().compareTo(placed.score()) >= 0).count();
			if (ahead <= most(grade)) {
				this.given.put(placed.unit(), new Given(grade.code(), reason(placed, grade, ahead)));
			}
		}
		this.open.removeIf((placed) -> this.given.containsKey(placed.unit()));
	}

	private static boolean reaches(Placed placed, Grade grade) {
		BigDecimal from = grade.from();
		return from == null || placed.score().compareTo(from) >= 0;
	}

	/** Whole units that may have the grade. */
	private long most(Grade grade) {
		BigDecimal share = grade.share();
		return (share == null) ? this.size
				: share.multiply(BigDecimal.valueOf(this.size)).divide(Node.HUNDRED, 0, RoundingMode.DOWN).longValue();
	}

	/** The veto that keeps the unit from a grade: the one with the lowest limit. */
	private @Nullable String veto(Placed placed, Grade grade) {
		int wanted = this.grades.indexOf(grade);
		String strictest = null;
		for (AdjustmentRules.Veto veto : this.adjustments.vetoes()) {
			int limit = limit(veto);
			if (placed.vetoes().contains(veto.code()) && limit > wanted) {
				strictest = veto.code();
				wanted = limit;
			}
		}
		return strictest;
	}

	private int limit(AdjustmentRules.Veto veto) {
		String grade = veto.grade();
		return (grade == null) ? -1 : this.grades.stream().map(Grade::code).toList().indexOf(grade);
	}

	private String reason(Placed placed, Grade grade, long ahead) {
		String veto = better(placed, grade);
		if (veto != null) {
			return veto;
		}
		List<String> steps = new ArrayList<>();
		BigDecimal from = grade.from();
		BigDecimal share = grade.share();
		if (from != null) {
			steps.add(placed.score().toPlainString() + "≥" + Arithmetic.figure(from));
		}
		if (share != null) {
			steps.add(ahead + "≤" + this.size + "×" + Arithmetic.figure(share) + "%");
		}
		return steps.isEmpty() ? below(placed, grade) : String.join(Arithmetic.STEP, steps);
	}

	/** The veto that kept the unit from a better grade that it reaches, if any. */
	private @Nullable String better(Placed placed, Grade grade) {
		return this.grades.subList(0, this.grades.indexOf(grade))
			.stream()
			.filter((other) -> reaches(placed, other))
			.map((other) -> veto(placed, other))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private String below(Placed placed, Grade grade) {
		int index = this.grades.indexOf(grade);
		BigDecimal from = (index > 0) ? this.grades.get(index - 1).from() : null;
		return (from != null) ? placed.score().toPlainString() + "<" + Arithmetic.figure(from) : "";
	}

}
