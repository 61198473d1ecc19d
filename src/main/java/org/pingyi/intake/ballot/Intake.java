package org.pingyi.intake.ballot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Participant;
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

	private final Pseudonyms pseudonyms;

	private final Boxes boxes;

	private final BallotRows rows;

	private final GroupCommit commits;

	Intake(BallotForms forms, Pseudonyms pseudonyms, Boxes boxes, BallotRows rows, GroupCommit commits) {
		this.forms = forms;
		this.pseudonyms = pseudonyms;
		this.boxes = boxes;
		this.rows = rows;
		this.commits = commits;
	}

	/** Takes all of them or none; one that was taken before counts as taken. */
	List<Receipt> take(List<Submission> submissions) {
		List<SignedBallot> ballots = signed(submissions);
		if (ballots.stream().map(SignedBallot::right).distinct().count() < ballots.size()) {
			throw new IllegalArgumentException("Two forms under one right at once");
		}
		if (ballots.stream().map((ballot) -> ballot.submission().cycle()).distinct().count() > 1) {
			throw new IllegalArgumentException("Forms of two cycles at once");
		}
		List<SignedBallot> used = TransactionSynchronizationManager.isActualTransactionActive() ? takeHere(ballots)
				: this.commits.take(ballots);
		if (!used.isEmpty()) {
			throw rightUsed(used);
		}
		return receipts(ballots);
	}

	private List<SignedBallot> takeHere(List<SignedBallot> ballots) {
		List<SignedBallot> used = this.rows.refused(this.rows.insert(ballots));
		if (!used.isEmpty()) {
			throw rightUsed(used);
		}
		return used;
	}

	/** The receipts, when all of them were taken before exactly as they are. */
	@Transactional(readOnly = true)
	Optional<List<Receipt>> settled(List<Submission> submissions) {
		List<SignedBallot> ballots = signed(submissions);
		return this.rows.refused(ballots).isEmpty() ? Optional.of(receipts(ballots)) : Optional.empty();
	}

	private List<SignedBallot> signed(List<Submission> submissions) {
		Map<String, BallotForm> known = new HashMap<>();
		submissions.forEach((submission) -> known.computeIfAbsent(sheet(submission),
				(key) -> this.forms.of(submission.cycle(), submission.channel())));
		List<SignedBallot> ballots = submissions.stream()
			.map((submission) -> signed(submission, known(known, submission)))
			.toList();
		if (!known.values().stream().allMatch(BallotForm::isFree)) {
			requireValid(submissions, known);
		}
		return ballots;
	}

	/** All that one person hands in at once on a channel is one sheet. */
	private static void requireValid(List<Submission> submissions, Map<String, BallotForm> forms) {
		submissions.stream().collect(Collectors.groupingBy(Intake::sheet)).values().forEach((sheet) -> {
			BallotForm form = known(forms, sheet.getFirst());
			Map<Long, Map<String, Integer>> answers = new LinkedHashMap<>();
			sheet.forEach((ballot) -> answers.put(ballot.unit(), ballot.answers()));
			form.refusal(answers).ifPresent((refusal) -> {
				throw refusal;
			});
		});
	}

	private static String sheet(Submission submission) {
		return submission.cycle() + submission.channel();
	}

	private static BallotForm known(Map<String, BallotForm> forms, Submission submission) {
		return Objects.requireNonNull(forms.get(sheet(submission)));
	}

	private SignedBallot signed(Submission submission, BallotForm form) {
		PackedAnswers answers = BallotCheck.check(submission, form);
		String unit = form.units()
			.stream()
			.filter((participant) -> participant.unit() == submission.unit())
			.map(Participant::name)
			.findFirst()
			.orElseThrow();
		return SignedBallot.of(submission, unit, answers, this.pseudonyms, this.boxes);
	}

	private static List<Receipt> receipts(List<SignedBallot> ballots) {
		return ballots.stream().map(SignedBallot::receipt).toList();
	}

	private static Refusal rightUsed(List<SignedBallot> used) {
		List<Long> units = used.stream().map((ballot) -> ballot.submission().unit()).toList();
		return new RightUsed(units, String.join("、", used.stream().map(SignedBallot::unitName).toList()));
	}

}
