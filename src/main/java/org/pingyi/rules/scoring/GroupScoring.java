package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores, ranks and grades the units of one group. */
final class GroupScoring {

	private final Rules rules;

	private final String group;

	private final List<Candidate> candidates;

	private final Evaluation evaluation;

	GroupScoring(Rules rules, String group, List<Dossier> dossiers) {
		this.rules = rules;
		this.group = group;
		this.candidates = dossiers.stream().map((dossier) -> Candidate.of(rules, dossier)).toList();
		this.evaluation = new Evaluation(rules, this.candidates);
	}

	/** By rank, then by unit code. */
	List<Scorecard> scorecards() {
		List<Placed> placed = Placed.place(this.candidates.stream().map(this::scored).toList(),
				this.rules.ranking().ties());
		List<Placed> ranked = placed.stream().filter((unit) -> unit.rank() != null).toList();
		Map<String, Grades.Given> grades = Grades.of(this.rules, ranked);
		return placed.stream().map((unit) -> card(unit, grades.getOrDefault(unit.unit(), Grades.Given.NONE))).toList();
	}

	private Placed scored(Candidate candidate) {
		Reckoned total = this.evaluation.total(candidate);
		Exact value = total.value();
		BigDecimal score = ((value != null) ? value : Exact.ZERO).rounded(this.rules.ranking().places());
		return new Placed(candidate, total, score, null, candidate.vetoes(this.rules.adjustments()));
	}

	private Scorecard card(Placed unit, Grades.Given grade) {
		return new Scorecard(unit.unit(), this.group, unit.score(), unit.rank(), grade.grade(), grade.reason(),
				unit.vetoes(), Lines.total(unit.total(), unit.score()));
	}

	/** The mean of each node, in the order of the trees, rounded once. */
	List<Outcome.Mean> means() {
		Set<String> codes = new LinkedHashSet<>();
		this.rules.trees().forEach((tree) -> collect(tree.root(), codes));
		return codes.stream().flatMap((code) -> mean(code).stream()).toList();
	}

	private static void collect(Node node, Set<String> codes) {
		codes.add(node.head().code());
		node.children().forEach((child) -> collect(child, codes));
	}

	private List<Outcome.Mean> mean(String code) {
		List<Exact> values = this.candidates.stream()
			.flatMap((candidate) -> this.evaluation.counted(candidate, code).stream())
			.toList();
		if (values.isEmpty()) {
			return List.of();
		}
		return List.of(new Outcome.Mean(this.group, code, Exact.mean(values).rounded(this.rules.ranking().places())));
	}

}
