package org.pingyi.rules.scoring;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Validity.Breach;
import org.pingyi.rules.scoring.Validity.Rule;
import org.pingyi.rules.scoring.Validity.Share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.decimal;

/** When a filled sheet is valid. */
class ValidityTests {

	/** At most 60 % at the levels 1 and 2, at least 10 % at the level 4. */
	private static final Validity SHARES = new Validity(
			List.of(new Share(List.of(1, 2), null, decimal("60")), new Share(List.of(4), decimal("10"), null)), false,
			false);

	private static final Validity ALIKE = new Validity(List.of(), true, false);

	private static final Validity PLACES = new Validity(List.of(), false, true);

	/** ChannelBallots of a sheet: {@code 1 2, 3 4} are two of two items each. */
	private static List<List<Integer>> sheet(String sheet) {
		return Arrays.stream(sheet.split(","))
			.map((ballot) -> Arrays.stream(ballot.trim().split(" "))
				.filter((answer) -> !answer.isEmpty())
				.map(Integer::valueOf)
				.toList())
			.toList();
	}

	private static String breach(Validity validity, String sheet) {
		return validity.breach(sheet(sheet)).map(Breach::rule).map(Enum::name).orElse("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 1 2 3, 4         | ''
			1 1 2 2, 4         | SHARE
			1 2 3 3, 3         | SHARE
			1 1 1 2 2 2 3 3 3 4| ''
			''                 | ''
			4                  | ''
			1                  | SHARE
			""")
	void boundsTheShareOfSomeLevels(String sheet, String breach) {
		assertThat(breach(SHARES, sheet)).isEqualTo(breach);
		assertThat(breach(Validity.ANY, sheet)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 1, 1 1 | ALIKE
			1, 1     | ALIKE
			1 1, 1 2 | ''
			1        | ''
			''       | ''
			""")
	void refusesASheetOfOneAnswerThroughout(String sheet, String breach) {
		assertThat(breach(ALIKE, sheet)).isEqualTo(breach);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 2, 2 1, 3 3 | ''
			1 2, 2 2      | PLACE_TWICE
			1, 1 2        | PLACE_TWICE
			1 2, 2        | ''
			''            | ''
			""")
	void givesEachPlaceOnceForAnItem(String sheet, String breach) {
		assertThat(breach(PLACES, sheet)).isEqualTo(breach);
	}

	@Test
	void namesTheFirstRuleThatIsBrokenAndItsShare() {
		Validity all = new Validity(SHARES.shares(), true, true);
		assertThat(all.breach(sheet("1, 1"))).hasValue(new Breach(Rule.SHARE, SHARES.shares().getFirst()));
		assertThat(all.breach(sheet("3, 3"))).hasValue(new Breach(Rule.SHARE, SHARES.shares().getLast()));
		assertThat(all.breach(sheet("4, 4"))).hasValue(new Breach(Rule.ALIKE, null));
		assertThat(all.breach(sheet("4 3, 4 5"))).hasValue(new Breach(Rule.PLACE_TWICE, null));
	}

}
