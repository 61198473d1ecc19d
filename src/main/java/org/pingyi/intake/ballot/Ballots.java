package org.pingyi.intake.ballot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.IssuedForms;
import org.pingyi.intake.ballot.form.IssuedSource;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.intake.ballot.log.CheckpointKey;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.intake.ballot.log.Proof;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.intake.ballot.tally.SignalCount;
import org.pingyi.intake.ballot.tally.Tallies;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The store of every filled form: one right, one ballot; nobody exposed; nothing lost.
 */
@Service
public class Ballots {

	private final Intake intake;

	private final BallotCounts counts;

	private final Tallies tallies;

	private final OpinionRepository opinions;

	private final ReceiptHashes receipts;

	private final Logs logs;

	private final LogFiles files;

	private final Cycles cycles;

	private final Audit audit;

	private final List<IssuedSource> issued;

	Ballots(Intake intake, BallotCounts counts, Tallies tallies, OpinionRepository opinions, ReceiptHashes receipts,
			Logs logs, LogFiles files, Cycles cycles, Audit audit, List<IssuedSource> issued) {
		this.intake = intake;
		this.counts = counts;
		this.tallies = tallies;
		this.opinions = opinions;
		this.receipts = receipts;
		this.logs = logs;
		this.files = files;
		this.cycles = cycles;
		this.audit = audit;
		this.issued = issued;
	}

	/**
	 * Takes a form in; returns only after the commit, unless the caller holds a
	 * transaction open.
	 * @return the receipt; a retry gets the same one
	 * @throws RightUsed 409 for another body under the same right
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.notOpen}, 422 for answers that
	 * do not fit
	 */
	public Receipt submit(Submission submission) {
		return submitAll(List.of(submission)).getFirst();
	}

	/**
	 * Takes several forms of one person and one cycle in, all or none.
	 * @return one receipt for each, in the same order
	 * @throws RightUsed 409 naming the units that were rated before
	 */
	public List<Receipt> submitAll(List<Submission> submissions) {
		return take(submissions).receipts();
	}

	/**
	 * The same, and says which of them are new.
	 * @throws RightUsed as {@link #submitAll}
	 */
	public Accepted take(List<Submission> submissions) {
		try {
			return this.intake.take(submissions);
		}
		catch (BallotInsert.CycleNotOpen refusal) {
			// Whoever lost the answer on the way still learns, after the close, that it
			// counted.
			return this.intake.settled(submissions).orElseThrow(() -> refusal);
		}
	}

	/**
	 * Where the ballot of a receipt stands; spaces, hyphens and lower-case letters do not
	 * matter.
	 */
	public ReceiptState check(String receipt) {
		return this.counts.state(this.receipts.hash(Receipt.bytes(receipt)));
	}

	/** The proof that the ballot of a receipt is in the signed log, once it is sealed. */
	@Transactional(readOnly = true)
	public Optional<Proof> proof(String receipt) {
		return this.logs.proof(this.receipts.hash(Receipt.bytes(receipt)));
	}

	/** The signed states of a cycle's log, from the first; they tell no answers. */
	@Transactional(readOnly = true)
	public List<Checkpoint> checkpoints(long cycle) {
		return this.logs.checkpoints(cycle);
	}

	/** The newest of them, if anything was signed. */
	@Transactional(readOnly = true)
	public Optional<Checkpoint> lastCheckpoint(long cycle) {
		return this.logs.lastCheckpoint(cycle);
	}

	/** How many there are in each of the places where ballots are counted. */
	@Transactional(readOnly = true)
	public Counters counters(long cycle) {
		return this.counts.counters(cycle);
	}

	/**
	 * What an auditor needs to count a closed cycle again, ballot by ballot: to be
	 * written in one transaction.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public List<OutgoingFile> auditFiles(long cycle) {
		return this.files.ofAuditor(this.cycles.requireClosed(cycle).id());
	}

	/**
	 * What everybody needs to find the own receipt in the count of a published cycle:
	 * without ballots, their leaves and their nodes, which could be guessed from them.
	 * @param fewest by the code of the channel, how many ballots show their answers
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before publication
	 */
	@Transactional(readOnly = true)
	public List<OutgoingFile> publishedFiles(long cycle, ToLongFunction<String> fewest) {
		if (this.cycles.requireClosed(cycle).phase() != Phase.PUBLISHED) {
			throw Refusal.conflict("cycle.embargo");
		}
		return this.files.published(cycle, fewest);
	}

	/** The public key of the signatures of checkpoints. */
	public CheckpointKey publicKey() {
		return this.logs.publicKey();
	}

	/** How many ballots wait for the seal, which alone tells of whom they speak. */
	public long waiting(long cycle) {
		return this.counts.waiting(cycle);
	}

	/** Counts of sealed ballots only; not under embargo. */
	public List<Participation> participation(long cycle) {
		return this.counts.participation(cycle);
	}

	/**
	 * How many sealed ballots carry which signals; not under embargo, for it tells no
	 * answers.
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public List<SignalCount> signals(long cycle) {
		return this.counts.signals(cycle);
	}

	/** How many forms the doors handed out, where that is known; not under embargo. */
	@Transactional(readOnly = true)
	public List<IssuedForms> issued(long cycle) {
		return this.issued.stream().flatMap((door) -> door.issued(cycle).stream()).toList();
	}

	/**
	 * The histograms of a closed cycle.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional(readOnly = true)
	public List<Tally> tallies(long cycle) {
		this.cycles.requireClosed(cycle);
		return this.tallies.of(cycle);
	}

	/**
	 * The bars among them that count whole ballots: another ballot would be one more in
	 * one of them.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional(readOnly = true)
	public List<Tally> wholeBallots(long cycle) {
		this.cycles.requireClosed(cycle);
		return this.tallies.whole(cycle);
	}

	/**
	 * What people wrote about a unit in a closed cycle, in random order. Until the cycle
	 * is published each look is in the trail.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional
	public List<WrittenOpinion> opinions(long cycle, long unit) {
		Cycle closed = this.cycles.requireClosed(cycle);
		if (!closed.phase().reached(Phase.PUBLISHED)) {
			this.audit.record("ballot.opinionsRead", "cycle:" + closed.code(), "unit:" + unit);
		}
		return this.opinions.findByCycleAndUnitOrderById(cycle, unit);
	}

	/**
	 * How many opinions there are about each unit of a closed cycle, by its number; units
	 * without any are left out.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional(readOnly = true)
	public Map<Long, Long> opinionCounts(long cycle) {
		this.cycles.requireClosed(cycle);
		return this.counts.opinions(cycle);
	}

}
