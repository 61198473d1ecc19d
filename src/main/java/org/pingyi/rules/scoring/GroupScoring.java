package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Scores and ranks the units of one group. */
final class GroupScoring {

	private final Rules rules;

	private final String group;

	private final List<Candidate> candidates;

	private final TreeEvaluator evaluation;

	private final List<PlacedUnit> placed;

	GroupScoring(Rules rules, String group, List<UnitInputs> units, Writing writing) {
		this.rules = rules;
		this.group = group;
		this.candidates = units.stream().map((unitInputs) -> Candidate.of(rules, unitInputs)).toList();
		this.evaluation = new TreeEvaluator(rules, this.candidates, writing);
		this.placed = PlacedUnit.place(this.candidates.stream().map(this::scored).toList(), rules.ranking().ties());
	}

	/** By rank, then by unit code. */
	List<PlacedUnit> placed() {
		return this.placed;
	}

	/** What a node came to for one of its units, or nothing. */
	Optional<Exact> value(PlacedUnit unit, String node) {
		return this.evaluation.counted(unit.candidate(), node);
	}

	private PlacedUnit scored(Candidate candidate) {
		Evaluated total = this.evaluation.total(candidate);
		Exact value = total.value();
		BigDecimal score = ((value != null) ? value : Exact.ZERO).rounded(this.rules.ranking().places());
		List<Optional<Exact>> breakers = this.rules.ranking()
			.tieBreakers()
			.stream()
			.map((node) -> this.evaluation.counted(candidate, node))
			.toList();
		return new PlacedUnit(candidate, total, score, breakers, null, candidate.vetoes(this.rules.adjustments()));
	}

	/** The scorecards in the order of the places. */
	List<Scorecard> scorecards(Awards awards) {
		return this.placed.stream().map((unit) -> card(unit, awards)).toList();
	}

	/** The same without the lines. */
	List<Standing> standings(Awards awards) {
		return this.placed.stream().map((unit) -> standing(unit, awards)).toList();
	}

	private Scorecard card(PlacedUnit unit, Awards awards) {
		return Scorecard.of(standing(unit, awards), Lines.total(unit.total(), unit.score()));
	}

	private Standing standing(PlacedUnit unit, Awards awards) {
		Awards.Given grade = awards.grade(unit);
		return new Standing(unit.unit(), this.group, unit.score(), unit.candidate().tree().apart(), unit.rank(),
				grade.grade(), grade.reason(), awards.marks(unit), unit.vetoes());
	}

	/** The mean of each node, in the order of the trees, rounded once. */
	List<Outcome.Mean> means() {
		return this.rules.nodes()
			.map((node) -> node.head().code())
			.distinct()
			.flatMap((code) -> mean(code).stream())
			.toList();
	}

	private List<Outcome.Mean> mean(String code) {
		List<Exact> values = this.evaluation.values(code);
		if (values.isEmpty()) {
			return List.of();
		}
		return List.of(new Outcome.Mean(this.group, code, Exact.mean(values).rounded(this.rules.ranking().places())));
	}

}
