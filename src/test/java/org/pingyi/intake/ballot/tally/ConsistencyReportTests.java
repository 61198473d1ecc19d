package org.pingyi.intake.ballot.tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each relation between the counters breaks by itself. */
class ConsistencyReportTests {

	private static ConsistencyReport report(long rights, long waiting, long ballots, long receipts, long tallied,
			long apart, long altered, long records) {
		return new ConsistencyReport(new Counters(rights, waiting, ballots, receipts, tallied, apart, altered, 3),
				new OnlineRights(3, 5, 12), records, 20);
	}

	@Test
	void agreesWhenEveryRelationHolds() {
		ConsistencyReport report = report(20, 2, 18, 18, 18, 3, 0, 0);
		assertThat(report.invariants()).allMatch((invariant) -> invariant.holds(report));
		assertThat(report.agrees()).isTrue();
		assertThat(report.counters().counted()).isEqualTo(15);
	}

	@ParameterizedTest
	@CsvSource({ "20,1,18,18,18,3,0,ONE_BALLOT", "21,2,18,18,18,3,0,ONE_BALLOT", "20,2,18,17,18,3,0,ONE_RECEIPT",
			"20,2,18,18,17,3,0,NONE_DROPPED", "20,2,18,18,19,3,0,NONE_DROPPED", "20,2,18,18,18,19,0,NONE_DROPPED",
			"19,1,18,18,18,3,0,ACCEPTED_ARE_THERE", "20,2,18,18,18,3,1,NONE_ALTERED",
			"20,2,18,18,18,3,0,RECORDS_AS_SIGNED" })
	void namesTheOneThatIsBroken(long rights, long waiting, long ballots, long receipts, long tallied, long apart,
			long altered, Invariant broken) {
		ConsistencyReport report = report(rights, waiting, ballots, receipts, tallied, apart, altered,
				(broken == Invariant.RECORDS_AS_SIGNED) ? 1 : 0);
		assertThat(report.invariants()).filteredOn((invariant) -> !invariant.holds(report)).containsExactly(broken);
		assertThat(report.agrees()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0,5,0,true", "1,5,5,true", "1,5,6,false", "0,5,1,false", "3,0,0,true", "3,0,1,false",
			"2,20,21,true" })
	void letsEachVerifiedPersonRateEachUnitOnce(long verified, long units, long used, boolean holds) {
		ConsistencyReport report = new ConsistencyReport(new Counters(used, used, 0, 0, 0, 0, 0, verified),
				new OnlineRights(verified, units, used), 0, used);
		assertThat(Invariant.PROVED.holds(report)).isEqualTo(holds);
		assertThat(report.agrees()).isEqualTo(holds);
	}

}
