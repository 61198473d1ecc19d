package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.log.TrailSamples;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

/**
 * A published year whose ballots were sealed in three batches and counted twice, and its
 * files as they are downloaded.
 */
@Samples
class VerifiedYear {

	private final ResultSamples results;

	private final CycleSamples cycles;

	private final BallotSamples ballots;

	private final UnitSamples units;

	private final KioskSamples kiosks;

	private final ReviewSamples review;

	private final AuditFiles files;

	private final TrailSamples trail;

	VerifiedYear(ResultSamples results, CycleSamples cycles, BallotSamples ballots, UnitSamples units,
			KioskSamples kiosks, ReviewSamples review, AuditFiles files, TrailSamples trail) {
		this.kiosks = kiosks;
		this.review = review;
		this.trail = trail;
		this.results = results;
		this.cycles = cycles;
		this.ballots = ballots;
		this.units = units;
		this.files = files;
	}

	/**
	 * The year with an objection and so many more ballots as a seed says, answered as it
	 * says.
	 */
	Cycle published(long seed) {
		Random random = new Random(seed);
		Cycle cycle = this.results.voted();
		handOut(cycle);
		this.ballots.seal(cycle.id());
		vote(cycle, 1 + random.nextInt(40), random);
		this.ballots.seal(cycle.id());
		vote(cycle, 1 + random.nextInt(40), random);
		Cycle closed = this.cycles.close(cycle);
		this.results.count(closed);
		this.results.commend(closed);
		this.results.count(closed);
		this.results.notice(closed);
		this.results.object(closed);
		this.results.publish(closed);
		return closed;
	}

	/** Three tickets, a leader's sheet about every unit and a sheet about one. */
	private void handOut(Cycle cycle) {
		this.kiosks.issue(this.kiosks.tabletOfWaterBureau(), 3);
		this.review.leader(cycle.id());
		this.review.invited(cycle.id(), "GRASSROOTS", "李科长", "SWJ");
	}

	/** A year that is closed and not counted. */
	Cycle closed() {
		return this.results.closed();
	}

	/** A year in which something happened before the close, with nothing sealed yet. */
	Cycle votedThen(Runnable alteration) {
		Cycle cycle = this.results.voted();
		alteration.run();
		return cycle;
	}

	/** The same year closed as the office does, and counted. */
	Cycle counted(Cycle voted) {
		Cycle closed = this.cycles.close(voted);
		this.results.count(closed);
		return closed;
	}

	/** The same year, in which something happened while it was being closed. */
	Cycle countedAfterClosing(Cycle voted, Runnable alteration) {
		Cycle closing = this.cycles.beginClosing(voted);
		alteration.run();
		Cycle closed = this.cycles.finishClosing(closing);
		this.results.count(closed);
		return closed;
	}

	/** A year in which something happened between the close and the only count. */
	Cycle countedAfter(Runnable alteration) {
		Cycle cycle = this.results.closed();
		alteration.run();
		this.results.count(cycle);
		return cycle;
	}

	private void vote(Cycle cycle, int number, Random random) {
		List<Unit> all = this.units.city();
		for (int ballot = 0; ballot < number; ballot++) {
			this.ballots.vote(cycle.id(), "ONLINE", all.get(random.nextInt(all.size())).id(), 1, random.nextInt(1, 6));
		}
	}

	/** The end of the trail as it is handed out now. */
	String trailLine() {
		return this.trail.line();
	}

	/** Downloads everything as an auditor does. */
	Path auditFiles(Cycle cycle, Path folder) {
		return As.as("auditor1", () -> write(this.files.take(cycle.id()), folder), "ROLE_AUDITOR");
	}

	/** Downloads what everybody may. */
	Path publishedFiles(Cycle cycle, Path folder) {
		return write(this.files.published(cycle.id()), folder);
	}

	private static Path write(OutgoingFile file, Path folder) {
		try {
			ByteArrayOutputStream content = new ByteArrayOutputStream();
			file.content().writeTo(content);
			return Files.write(folder.resolve(file.name()), content.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Verifies a download with some checks. */
	static Report verify(Path file, List<String> kept, Set<Check> checks) {
		try (Folder folder = Folder.open(file)) {
			return new Verification(folder, kept, checks).run();
		}
	}

}
