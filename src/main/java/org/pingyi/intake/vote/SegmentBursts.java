package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.rules.scoring.Signal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sees when many numbers of one numbering segment are proved within an hour of the clock,
 * as from a box of cards that were bought together. It refuses nothing; a village may
 * have its numbers of one segment. What it counts is kept in the memory of this node and
 * nowhere else ({@code src/docs/decisions/0008-signals-in-memory.md}).
 */
@Component
class SegmentBursts {

	private final Clock clock;

	private final int floor;

	private final Map<String, Set<String>> proved = new HashMap<>();

	private Instant hour = Instant.EPOCH;

	SegmentBursts(Clock clock, @Value("${pingyi.vote.signals.segment-floor:30}") int floor) {
		this.clock = clock;
		this.floor = floor;
	}

	/**
	 * Notes that somebody proved a number; again makes no difference.
	 * @param right what stands for the number
	 * @return bit set of the signals
	 */
	synchronized int note(PhoneNumber phone, String right) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		if (!now.equals(this.hour)) {
			this.proved.clear();
			this.hour = now;
		}
		Set<String> rights = this.proved.computeIfAbsent(phone.segment(), (segment) -> new HashSet<>());
		if (rights.size() <= this.floor) {
			rights.add(right);
		}
		return (rights.size() > this.floor) ? Signal.NUMBER_SEGMENT.bit() : 0;
	}

}
