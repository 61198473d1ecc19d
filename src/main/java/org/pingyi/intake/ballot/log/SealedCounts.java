package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Optional;

import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.CycleClosed;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Signs at the close how many ballots and opinions a year has, and tells how many ballots
 * are signed: whoever puts some into the log, before the close or after, has no signature
 * for them.
 */
@Component
public class SealedCounts {

	static final String ACT = "ballots.sealed";

	private final CheckpointRepository checkpoints;

	private final ActRepository acts;

	private final SignedActs signed;

	private final Cycles cycles;

	private final ApplicationEventPublisher events;

	SealedCounts(CheckpointRepository checkpoints, ActRepository acts, SignedActs signed, Cycles cycles,
			ApplicationEventPublisher events) {
		this.checkpoints = checkpoints;
		this.acts = acts;
		this.signed = signed;
		this.cycles = cycles;
		this.events = events;
	}

	/** Behind the act of the close. */
	@EventListener
	void onClosed(CycleClosed closed) {
		long cycle = closed.cycle();
		this.events.publishEvent(new CycleAct(cycle, ACT, "cycle:" + this.cycles.byId(cycle).code(), "",
				CycleAct.detail(size(cycle), this.acts.opinions(cycle))));
	}

	private long size(long cycle) {
		return this.checkpoints.findFirstByCycleOrderBySizeDescActsDesc(cycle).map(Checkpoint::size).orElse(0L);
	}

	/**
	 * How many ballots the log of a cycle may hold: as many as were signed at the close,
	 * or by the last checkpoint before it. None where the signature is not the city's.
	 */
	public long signed(long cycle) {
		return this.signed.entries(cycle).map((entries) -> closed(entries).orElseGet(() -> size(cycle))).orElse(0L);
	}

	/** The number in the act of the close; years closed by earlier versions have none. */
	private static Optional<Long> closed(List<String> entries) {
		return entries.stream()
			.filter((entry) -> Acts.named(entry).equals(ACT))
			.map((entry) -> entry.split("\\|", -1))
			.map((fields) -> Long.valueOf(fields[fields.length - 2]))
			.findFirst();
	}

}
