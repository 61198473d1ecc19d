package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Inputs.Figure;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scoring;

import static org.assertj.core.api.Assertions.assertThat;

/** A published table of twelve regions comes out of a scheme file exactly. */
@PingyiTest
class RegionsTests {

	/** Region, government, economic, total, rank, as printed. */
	private static final String PRINTED = """
			1  59.97 26 85.97 1
			2  61.95 22 83.95 2
			3  62.11 21 83.11 3
			4  62.91 18 80.91 4
			5  62.90 16 78.90 5
			6  62.54 16 78.54 6
			7  61.51 17 78.51 7
			8  60.18 15 75.18 8
			9  59.45 15 74.45 9
			10 58.26 16 74.26 10
			11 59.09 14 73.09 11
			12 60.56 10 70.56 12
			""";

	private final Schemes schemes;

	private final SchemeSamples samples;

	RegionsTests(Schemes schemes, SchemeSamples samples) {
		this.schemes = schemes;
		this.samples = samples;
	}

	@Test
	void printsEveryRowAndTheThreeMeans() {
		SchemeVersion version = this.samples.frozen(this.schemes.method("regions-12"));
		Outcome outcome = Scoring.score(version.rules(), inputs());
		assertThat(outcome.scorecards()).extracting((card) -> card.unit() + " " + card.score() + " " + card.rank())
			.containsExactlyElementsOf(rows().stream().map((row) -> row[0] + " " + row[3] + " " + row[4]).toList());
		assertThat(outcome.means()).extracting((mean) -> mean.node() + " " + mean.value())
			.containsExactly("total 78.12", "government 60.95", "economic 17.17");
	}

	private static List<String[]> rows() {
		return PRINTED.lines().map((line) -> line.split(" +")).toList();
	}

	private static Inputs inputs() {
		List<Subject> subjects = new ArrayList<>();
		List<Figure> figures = new ArrayList<>();
		for (String[] row : rows()) {
			subjects.add(new Subject(row[0], "regions", Set.of()));
			figures.add(new Figure(row[0], "government", new BigDecimal(row[1])));
			figures.add(new Figure(row[0], "economic", new BigDecimal(row[2])));
		}
		return new Inputs(subjects, List.of(), List.of(), List.of(), figures, List.of());
	}

}
