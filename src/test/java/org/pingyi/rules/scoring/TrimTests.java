package org.pingyi.rules.scoring;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How many answers a trimmed mean leaves out at each end. */
class TrimTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# drop | percent | from | all | each
			1      |         | 0    | 10  | 1
			2      |         | 0    | 10  | 2
			2      |         | 10   | 10  | 2
			2      |         | 11   | 10  | 0
			4      |         | 0    | 10  | 4
			5      |         | 0    | 10  | 4
			5      |         | 0    | 1   | 0
			5      |         | 0    | 2   | 0
			5      |         | 0    | 3   | 1
			       | 5       | 0    | 19  | 0
			       | 5       | 0    | 20  | 1
			       | 5       | 0    | 39  | 1
			       | 12.5    | 0    | 16  | 2
			       | 50      | 0    | 10  | 4
			       |         | 0    | 10  | 0
			""")
	void leavesOutANumberOrAShareOfWholeAnswersAndKeepsOne(Long drop, BigDecimal percent, long from, long all,
			long each) {
		assertThat(new Trim(drop, percent, from).each(all)).isEqualTo(each);
	}

}
