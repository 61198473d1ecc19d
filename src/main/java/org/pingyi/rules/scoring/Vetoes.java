package org.pingyi.rules.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What vetoes leave a unit (一票否决): grades are numbered from the best, at 0. */
final class Vetoes {

	private final List<AdjustmentRules.Veto> vetoes;

	private final List<String> grades;

	Vetoes(Rules rules) {
		this.vetoes = rules.adjustments().vetoes();
		this.grades = rules.ranking().grades().stream().map(Grade::code).toList();
	}

	/** The veto that gives the unit a grade outright; the lowest grade of several. */
	Optional<AdjustmentRules.Veto> fixed(PlacedUnit unit) {
		return against(unit).filter(AdjustmentRules.Veto::fixed).max(Comparator.comparingInt(this::limit));
	}

	/** The veto with the lowest grade. */
	Optional<AdjustmentRules.Veto> strictest(PlacedUnit unit) {
		return against(unit).max(Comparator.comparingInt(this::limit));
	}

	/** The strictest veto that keeps the unit from one of some grades. */
	Optional<AdjustmentRules.Veto> against(PlacedUnit unit, List<String> wanted) {
		return strictest(unit).filter((veto) -> wanted.stream().anyMatch((grade) -> limit(veto) > number(grade)));
	}

	/** Whether no veto keeps the unit from a grade. */
	boolean allow(PlacedUnit unit, String grade) {
		return against(unit).noneMatch((veto) -> limit(veto) > number(grade));
	}

	/** The grade that a veto leaves. */
	String grade(AdjustmentRules.Veto veto) {
		return Objects.requireNonNull(veto.grade());
	}

	/** Vetoes that bound the grade, in the order of the scheme. */
	private Stream<AdjustmentRules.Veto> against(PlacedUnit unit) {
		return this.vetoes.stream().filter((veto) -> veto.grade() != null && unit.vetoes().contains(veto.code()));
	}

	private int limit(AdjustmentRules.Veto veto) {
		return number(grade(veto));
	}

	private int number(String grade) {
		return this.grades.indexOf(grade);
	}

}
