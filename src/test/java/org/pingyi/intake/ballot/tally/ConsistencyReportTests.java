package org.pingyi.intake.ballot.tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each relation between the counters breaks by itself. */
class ConsistencyReportTests {

	private static ConsistencyReport balance(long rights, long waiting, long ballots, long receipts, long tallied,
			long apart, long altered) {
		return new ConsistencyReport(new Counters(rights, waiting, ballots, receipts, tallied, apart, altered, 3),
				new OnlineRights(3, 5, 12));
	}

	@Test
	void agreesWhenEveryRelationHolds() {
		ConsistencyReport balance = balance(20, 2, 18, 18, 18, 3, 0);
		assertThat(balance.relations()).allMatch((relation) -> relation.holds(balance));
		assertThat(balance.agrees()).isTrue();
		assertThat(balance.counters().counted()).isEqualTo(15);
	}

	@ParameterizedTest
	@CsvSource({ "19,2,18,18,18,3,0,ONE_BALLOT", "21,2,18,18,18,3,0,ONE_BALLOT", "20,2,18,17,18,3,0,ONE_RECEIPT",
			"20,2,18,18,17,3,0,NONE_DROPPED", "20,2,18,18,19,3,0,NONE_DROPPED", "20,2,18,18,18,19,0,NONE_DROPPED",
			"20,2,18,18,18,3,1,NONE_ALTERED" })
	void namesTheOneThatIsBroken(long rights, long waiting, long ballots, long receipts, long tallied, long apart,
			long altered, Invariant broken) {
		ConsistencyReport balance = balance(rights, waiting, ballots, receipts, tallied, apart, altered);
		assertThat(balance.relations()).filteredOn((relation) -> !relation.holds(balance)).containsExactly(broken);
		assertThat(balance.agrees()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0,5,0,true", "1,5,5,true", "1,5,6,false", "0,5,1,false", "3,0,0,true", "3,0,1,false",
			"2,20,21,true" })
	void letsEachVerifiedPersonRateEachUnitOnce(long verified, long units, long used, boolean holds) {
		ConsistencyReport balance = new ConsistencyReport(new Counters(used, used, 0, 0, 0, 0, 0, verified),
				new OnlineRights(verified, units, used));
		assertThat(Invariant.PROVED.holds(balance)).isEqualTo(holds);
		assertThat(balance.agrees()).isEqualTo(holds);
	}

}
