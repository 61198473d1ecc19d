package org.pingyi.intake.vote;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When ballots about a unit are far more than usual. */
class ArrivalRateTests {

	private static final long NINE = 1_793_581_200L;

	private final ArrivalRate pace = new ArrivalRate();

	private boolean next(long second) {
		boolean burst = this.pace.isBurst(NINE + second, 30, 5);
		this.pace.count(NINE + second);
		return burst;
	}

	/** So many in a minute, all of its seconds alike. */
	private long burstsIn(int minute, int ballots) {
		return IntStream.range(0, ballots).filter((i) -> next(60L * minute + 60L * i / ballots)).count();
	}

	@Test
	void allowsTheFloorToAnyUnit() {
		assertThat(burstsIn(0, 30)).isZero();
	}

	@Test
	void marksWhatGoesBeyondTheFloor() {
		assertThat(burstsIn(0, 40)).isEqualTo(10);
	}

	@Test
	void leavesABusyUnitItsUsualPace() {
		IntStream.range(0, 30).forEach((minute) -> assertThat(burstsIn(minute, 30)).isZero());
		assertThat(burstsIn(30, 100)).isZero();
		assertThat(burstsIn(31, 400)).isPositive();
	}

	@Test
	void forgetsTheHourBefore() {
		IntStream.range(0, 30).forEach((minute) -> burstsIn(minute, 30));
		assertThat(burstsIn(95, 40)).isEqualTo(10);
	}

	@Test
	void beginsAnewWhenTheClockIsSetBack() {
		burstsIn(10, 40);
		assertThat(burstsIn(0, 30)).isZero();
		assertThat(burstsIn(1, 30)).isZero();
	}

}
