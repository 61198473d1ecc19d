package org.pingyi.intake.vote;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.TestClock;
import org.pingyi.base.message.PhoneNumber;
import org.pingyi.rules.scoring.Signal;

import static org.assertj.core.api.Assertions.assertThat;

/** Many numbers of one segment within an hour are a signal, and nothing more. */
class SegmentBurstsTests {

	private final TestClock clock = new TestClock();

	private final SegmentBursts bursts = new SegmentBursts(this.clock, 30);

	@Test
	void marksTheNumbersBeyondThirtyOfOneSegment() {
		assertThat(marked("1381000", 100)).isEqualTo(70);
		assertThat(marked("1381001", 30)).isZero();
	}

	@Test
	void marksNobodyWhoseNumbersAreScattered() {
		assertThat(IntStream.range(0, 2000).filter((person) -> note("13" + (81000 + person), person)).count()).isZero();
	}

	@Test
	void countsANumberOnceHoweverOftenItComes() {
		assertThat(IntStream.range(0, 100).filter((time) -> note("1381000", time % 30)).count()).isZero();
	}

	@Test
	void forgetsWithTheHour() {
		marked("1381000", 30);
		this.clock.advance(Duration.ofHours(1));
		assertThat(marked("1381000", 30)).isZero();
	}

	/** With a floor that nobody reaches the same burst goes unseen. */
	@Test
	void wouldMarkNothingWithAHighFloor() {
		SegmentBursts off = new SegmentBursts(this.clock, 10_000);
		assertThat(IntStream.range(0, 100)
			.filter((person) -> off.note(number("1381000", person), "phone:" + person) != 0)
			.count()).isZero();
	}

	private long marked(String segment, int people) {
		return IntStream.range(0, people).filter((person) -> note(segment, person)).count();
	}

	private boolean note(String segment, int person) {
		return this.bursts.note(number(segment, person), "phone:" + segment + person) == Signal.NUMBER_SEGMENT.bit();
	}

	private static PhoneNumber number(String segment, int person) {
		return PhoneNumber.read(segment + "%04d".formatted(person)).orElseThrow();
	}

}
