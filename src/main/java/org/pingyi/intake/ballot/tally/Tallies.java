package org.pingyi.intake.ballot.tally;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Reads what was counted of sealed ballots; who may see it is decided above. */
@Component
public class Tallies {

	private final TallyRepository repository;

	Tallies(TallyRepository repository) {
		this.repository = repository;
	}

	/** The histograms of a cycle. */
	public List<Tally> of(long cycle) {
		return this.repository.packed(cycle).stream().flatMap(Tallies::bars).toList();
	}

	private static Stream<Tally> bars(Object[] histogram) {
		String channel = (String) histogram[0];
		long unit = (Long) histogram[1];
		String raterClass = (String) histogram[2];
		int signals = (Integer) histogram[3];
		LongBuffer bars = ByteBuffer.wrap((byte[]) histogram[4]).asLongBuffer();
		return LongStream.range(0, bars.limit())
			.map((index) -> bars.get((int) index))
			.mapToObj((bar) -> new Tally(channel, unit, raterClass, signals, PackedBar.item(bar), PackedBar.code(bar),
					PackedBar.count(bar)));
	}

	/** Those bars of a cycle that count whole ballots. */
	public List<Tally> whole(long cycle) {
		return this.repository.whole(cycle);
	}

	/** Sealed ballots by channel, unit and rater class, in that order. */
	public List<Participation> participation(long cycle) {
		return this.repository.participation(cycle);
	}

	/** Sealed ballots by channel, unit and signals. */
	public List<SignalCount> signals(long cycle) {
		return this.repository.signals(cycle);
	}

}
