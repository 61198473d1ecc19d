package org.pingyi.intake.ballot.recount;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.pingyi.intake.ballot.tally.Tally;

/** Compares what was counted again with the tallies. */
final class TallyComparison {

	private static final Comparator<DifferingBar> ORDER = Comparator.comparing(DifferingBar::channel)
		.thenComparingLong(DifferingBar::unit)
		.thenComparing(DifferingBar::raterClass)
		.thenComparingInt(DifferingBar::signals)
		.thenComparingInt(DifferingBar::item)
		.thenComparingInt(DifferingBar::code);

	private final Map<RowCounts.Kind, Bars> counted = new HashMap<>();

	private final List<DifferingBar> differing = new ArrayList<>();

	TallyComparison(List<RowCounts> counts) {
		counts.forEach((part) -> part.addTo(this.counted));
	}

	/** The bars that differ, in order; once, for it takes out what it compared. */
	List<DifferingBar> run(Stream<Tally> tallies) {
		tallies.forEach(this::compare);
		this.counted.forEach(this::addUntallied);
		this.differing.sort(ORDER);
		return this.differing;
	}

	private void compare(Tally tally) {
		RowCounts.Kind kind = new RowCounts.Kind(tally.channel(), tally.unit(), tally.raterClass(), tally.signals());
		Bars bars = this.counted.get(kind);
		long ballots = (bars != null) ? bars.remove(Bars.bar(tally.item(), tally.code())) : 0;
		if (ballots != tally.count()) {
			this.differing.add(new DifferingBar(tally.channel(), tally.unit(), tally.raterClass(), tally.signals(),
					tally.item(), tally.code(), tally.count(), ballots));
		}
	}

	private void addUntallied(RowCounts.Kind kind, Bars bars) {
		bars.each((bar) -> this.differing.add(new DifferingBar(kind.channel(), kind.unit(), kind.raterClass(),
				kind.signals(), Bars.item(bar), Bars.code(bar), 0, bars.count(bar))));
	}

}
