package org.pingyi.outcome.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitId;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;

/** Opinions that people wrote, sent to the unit. */
@Samples
public class FeedbackSamples {

	public static final LocalDate DEADLINE = LocalDate.of(2026, 12, 31);

	private final Rectifications rectifications;

	private final Ballots ballots;

	private final BallotSamples ballotSamples;

	FeedbackSamples(Rectifications rectifications, Ballots ballots, BallotSamples ballotSamples) {
		this.rectifications = rectifications;
		this.ballots = ballots;
		this.ballotSamples = ballotSamples;
	}

	/**
	 * Somebody writes about a unit of an opened cycle and agrees to it being passed on.
	 */
	public void written(Cycle cycle, Unit unit, String text) {
		written(cycle, unit, text, true);
	}

	/** Somebody writes about a unit of an opened cycle. */
	public void written(Cycle cycle, Unit unit, String text, boolean mayForward) {
		Submission form = this.ballotSamples.submission(cycle.id(), "ONLINE", unit.id(), "right:" + UUID.randomUUID(),
				1, text);
		this.ballots.submit(new Submission(form.cycle(), form.channel(), form.unit(), form.raterClass(), form.right(),
				form.idempotencyKey(), form.answers(), form.opinion(), mayForward));
	}

	/** What the office reads about a unit. */
	public List<Opinion> opinions(Cycle cycle, Unit unit) {
		return As.office(() -> this.rectifications.opinions(CycleId.of(cycle), new UnitId(unit.id())));
	}

	/** Sends the first opinion about a unit that may be passed on. */
	public Rectification sent(Cycle cycle, Unit unit) {
		Opinion first = opinions(cycle, unit).stream().filter(Opinion::mayForward).findFirst().orElseThrow();
		As.office(() -> this.rectifications.send(CycleId.of(cycle), new UnitId(unit.id()), List.of(first.id()),
				DEADLINE));
		return opinions(cycle, unit).stream()
			.filter((one) -> one.id().equals(first.id()))
			.map(Opinion::rectification)
			.findFirst()
			.orElseThrow();
	}

}
