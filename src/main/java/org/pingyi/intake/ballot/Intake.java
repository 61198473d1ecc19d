package org.pingyi.intake.ballot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.pingyi.base.secret.KeyedHash;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.intake.ballot.log.AcceptedCounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Checks and signs what comes in, and has it written: in the caller's transaction where
 * there is one, else together with whatever else waits at that moment.
 */
@Component
class Intake {

	private final BallotForms forms;

	private final RightKeys rights;

	private final ReceiptHashes receipts;

	private final EncryptedBallots encryption;

	private final WaitingBallotRepository repository;

	private final GroupCommit commits;

	private final AcceptedCounts accepted;

	Intake(BallotForms forms, RightKeys rights, ReceiptHashes receipts, EncryptedBallots encryption,
			WaitingBallotRepository repository, GroupCommit commits, AcceptedCounts accepted) {
		this.forms = forms;
		this.rights = rights;
		this.receipts = receipts;
		this.encryption = encryption;
		this.repository = repository;
		this.commits = commits;
		this.accepted = accepted;
	}

	/** Takes all of them or none; one that was taken before counts as taken. */
	Accepted take(List<Submission> submissions) {
		List<SignedBallot> ballots = signed(submissions);
		if (ballots.size() > 1) {
			requireTogether(ballots);
		}
		WriteResult result = TransactionSynchronizationManager.isActualTransactionActive()
				? this.repository.write(ballots) : this.commits.take(ballots);
		if (!result.refused().isEmpty()) {
			throw rightUsed(result.refused());
		}
		List<Long> units = units(ballots, result);
		this.accepted.add(submissions.getFirst().cycle(), units.size());
		return new Accepted(receipts(ballots), units);
	}

	private static List<Long> units(List<SignedBallot> ballots, WriteResult result) {
		return ballots.stream()
			.filter((ballot) -> !result.before().contains(ballot))
			.map((ballot) -> ballot.submission().unit())
			.toList();
	}

	private static void requireTogether(List<SignedBallot> ballots) {
		if (ballots.stream().map(SignedBallot::right).distinct().count() < ballots.size()) {
			throw new IllegalArgumentException("Two forms under one right at once");
		}
		if (ballots.stream().map((ballot) -> ballot.submission().cycle()).distinct().count() > 1) {
			throw new IllegalArgumentException("Forms of two cycles at once");
		}
	}

	/** What was said of them then, when all were taken before exactly as they are. */
	@Transactional(readOnly = true)
	Optional<Accepted> settled(List<Submission> submissions) {
		List<SignedBallot> ballots = signed(submissions);
		return this.repository.refused(ballots).isEmpty() ? Optional.of(new Accepted(receipts(ballots), List.of()))
				: Optional.empty();
	}

	private List<SignedBallot> signed(List<Submission> submissions) {
		List<SignedBallot> ballots = submissions.stream().map(this::signed).toList();
		if (!submissions.stream().map(this::form).allMatch(BallotForm::isFree)) {
			requireValid(submissions);
		}
		return ballots;
	}

	private SignedBallot signed(Submission submission) {
		PackedAnswers answers = BallotCheck.check(submission, form(submission));
		KeyedHash hash = this.rights.of(submission.cycle()).orElseThrow(BallotInsert.CycleNotOpen::new);
		return SignedBallot.of(submission, answers, hash, this.receipts, this.encryption);
	}

	private BallotForm form(Submission submission) {
		return this.forms.of(submission.cycle(), submission.channel());
	}

	/** All that one person hands in at once on a channel is one sheet. */
	private void requireValid(List<Submission> submissions) {
		submissions.stream().collect(Collectors.groupingBy(this::form)).forEach((form, sheet) -> {
			Map<Long, Map<String, Integer>> answers = new LinkedHashMap<>();
			sheet.forEach((ballot) -> answers.put(ballot.unit(), ballot.answers()));
			form.refusal(answers).ifPresent((refusal) -> {
				throw refusal;
			});
		});
	}

	private static List<Receipt> receipts(List<SignedBallot> ballots) {
		return ballots.stream().map(SignedBallot::receipt).toList();
	}

	private Refusal rightUsed(List<SignedBallot> used) {
		List<Submission> forms = used.stream().map(SignedBallot::submission).toList();
		return new RightUsed(forms.stream().map(Submission::unit).toList(),
				forms.stream().map(this::unitName).collect(Collectors.joining("、")));
	}

	private String unitName(Submission submission) {
		return form(submission).unit(submission.unit()).orElseThrow().name();
	}

}
