package org.pingyi.rules.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.pingyi.rules.scoring.Node.Missing;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Poll.Centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/**
 * Every digit and sign of large outcomes, kept as a digest: what makes the engine faster
 * must not change any. A rule that is meant to change them changes the digest here, in
 * the same commit.
 */
class OutcomeDigestTests {

	@Test
	void scoresALargeCityAsEver() throws NoSuchAlgorithmException {
		Outcome outcome = Scoring.score(LargeCityRules.rules(), LargeCity.inputs(100, 1_000_000));
		assertThat(outcome.scorecards()).hasSize(100);
		assertThat(digest(List.of(outcome)))
			.isEqualTo("9a481424f44c1c0888bdf8f64e5d1df63f7b3e108f7e0e57e6ea814b2582cef1");
	}

	@Test
	void readsEveryScaleAsEver() throws NoSuchAlgorithmException {
		Ladder ladder = new Ladder(decimal("100"), decimal("2.5"), decimal("10"));
		List<Outcome> outcomes = Stream
			.of(rules().levels("100", "80.5", "33.3333333333", "-", "33.3333333333"), rules().maximum("10"),
					rules().maximum("99.9"), rules().places(ladder))
			.map((rules) -> Scoring.score(rules.items("3", "1.5", "1").rules(), ballots()))
			.toList();
		assertThat(digest(outcomes)).isEqualTo("4e7007fbe048109e3f3259dba3c16b6c67eb87a899d84d172a2937120b94990b");
	}

	private static String digest(Collection<Outcome> outcomes) throws NoSuchAlgorithmException {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (Outcome outcome : outcomes) {
			Stream.concat(outcome.scorecards().stream(), outcome.means().stream())
				.forEach((row) -> digest.update(text(row).getBytes(StandardCharsets.UTF_8)));
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** As rows were written before lines had counts of their own and ids of events. */
	private static String text(Object row) {
		return row.toString().replace(", event=, ", ", ").replaceAll("counts=Counts\\[([^]]*)]", "$1");
	}

	/** Every way to make one figure out of answers, in parts that weigh alike. */
	private static RulesSamples rules() {
		List<Compound.Weighted> parts = new ArrayList<>();
		for (Average average : Average.values()) {
			for (Centre centre : Centre.values()) {
				parts.add(part(parts.size(), average, centre, null, null));
				parts.add(part(parts.size(), average, centre, new Trim(1L, null, 3), null));
				parts.add(part(parts.size(), average, centre, new Trim(null, decimal("12.5"), 0), 2));
			}
		}
		return root(weighted("total", parts.toArray(Compound.Weighted[]::new)));
	}

	private static Compound.Weighted part(int number, Average average, Centre centre, Trim trim, Integer silence) {
		Poll.Sample sample = new Poll.Sample("C", (number % 2 == 0) ? List.of() : List.of("citizen"), List.of(), 2,
				null, Poll.Below.PROVISIONAL, silence);
		Node.Head head = head("n" + number, Missing.SHARE_OUT, (number % 3 == 0) ? 4 : null);
		return RulesSamples.part((number < 4) ? "10" : "7.5",
				new Poll.BallotPoints(head, sample, average, centre, trim));
	}

	private static Inputs ballots() {
		Random lot = new Random(5);
		InputsSamples inputs = new InputsSamples();
		for (int unit = 0; unit < 40; unit++) {
			inputs.and("U" + unit).valid(unit).issued(unit + lot.nextInt(3));
			for (int item = 1; item <= 3; item++) {
				for (int answer = lot.nextInt(12); answer > 0; answer--) {
					inputs.answer(lot.nextBoolean() ? "citizen" : "expert", item, 1 + lot.nextInt(5),
							1 + lot.nextInt(4));
				}
			}
		}
		return inputs.inputs();
	}

}
