package org.pingyi.outcome.result;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Standing;
import org.pingyi.rules.scoring.When;

import org.springframework.stereotype.Component;

/**
 * Remembers what units were given in earlier years, from the runs that were published. A
 * scheme that never looks back is told nothing, so that its runs do not depend on other
 * years.
 */
@Component
class EarlierAwards {

	private final Cycles cycles;

	private final Schemes schemes;

	private final Runs runs;

	EarlierAwards(Cycles cycles, Schemes schemes, Runs runs) {
		this.cycles = cycles;
		this.schemes = schemes;
		this.runs = runs;
	}

	/** Grades and marks of as many earlier published years as the scheme asks for. */
	List<Inputs.Memory> of(Cycle cycle) {
		List<Run> earlier = earlier(cycle).limit(years(cycle)).toList();
		return IntStream.range(0, earlier.size())
			.boxed()
			.flatMap((index) -> memories(earlier.get(index), index + 1))
			.sorted(Comparator.comparing(Inputs.Memory::unit)
				.thenComparingInt(Inputs.Memory::yearsAgo)
				.thenComparing(Inputs.Memory::code))
			.toList();
	}

	private int years(Cycle cycle) {
		Ranking ranking = this.schemes.rules(cycle.schemeVersion()).ranking();
		return Stream
			.concat(ranking.gradeRules().stream().map(Ranking.GradeRule::when),
					ranking.marks().stream().map(Ranking.Mark::when))
			.map(When::past)
			.filter(Objects::nonNull)
			.mapToInt(When.Past::years)
			.max()
			.orElse(0);
	}

	/** The public runs of the years before, the last year first. */
	private Stream<Run> earlier(Cycle cycle) {
		return this.cycles.all()
			.stream()
			.filter((each) -> each.opensOn().isBefore(cycle.opensOn()))
			.sorted(Comparator.comparing(Cycle::opensOn).reversed())
			.flatMap((each) -> this.runs.published(each.id()).stream());
	}

	private Stream<Inputs.Memory> memories(Run run, int yearsAgo) {
		return this.runs.ranked(run, this.schemes.rules(run.schemeVersion()))
			.stream()
			.flatMap((score) -> memories(score.standing(), yearsAgo));
	}

	private static Stream<Inputs.Memory> memories(Standing unit, int yearsAgo) {
		return Stream.concat(Stream.of(unit.grade()), unit.marks().stream())
			.filter((code) -> !code.isEmpty())
			.distinct()
			.map((code) -> new Inputs.Memory(unit.unit(), code, yearsAgo));
	}

}
