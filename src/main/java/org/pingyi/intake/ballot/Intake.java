package org.pingyi.intake.ballot;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes ballots: right, answers and opinion in one statement, which the primary key of
 * the rights lets through once.
 */
@Component
class Intake {

	// No conflict target: whatever keys stand on the table decide.
	private static final String TAKE = """
			with taken as (
				insert into ballot_right (right_hash, cycle_id, submission_mac) values (?, ?, ?)
				on conflict do nothing returning 1
			), stored as (
				insert into ballot_intake
					(cycle_id, channel, unit_id, rater_class, signals, a1, a2, a3, a4, receipt_hash)
				select ?, ?, ?, ?, 0, ?, ?, ?, ?, ? from taken
			), said as (
				insert into ballot_opinion_intake (cycle_id, channel, unit_id, text, may_forward)
				select ?, ?, ?, words, ? from taken, (values (?)) opinion (words) where words <> ''
			)
			select count(*) from taken""";

	private static final String KNOWN = "select submission_mac from ballot_right where right_hash = ?";

	private final JdbcTemplate jdbc;

	private final Cycles cycles;

	private final BallotForms forms;

	private final Pseudonyms pseudonyms;

	Intake(JdbcTemplate jdbc, Cycles cycles, BallotForms forms, Pseudonyms pseudonyms) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.forms = forms;
		this.pseudonyms = pseudonyms;
	}

	/** Takes all of them or none; one that was taken before counts as taken. */
	@Transactional
	List<Receipt> take(List<Submission> submissions) {
		submissions.stream().map(Submission::cycle).distinct().forEach(this.cycles::holdOpen);
		List<SignedBallot> ballots = signed(submissions);
		List<SignedBallot> used = inOneOrder(ballots).stream().filter((ballot) -> !take(ballot)).toList();
		if (!used.isEmpty()) {
			throw rightUsed(used);
		}
		return receipts(ballots);
	}

	/** The receipts, when all of them were taken before exactly as they are. */
	@Transactional(readOnly = true)
	Optional<List<Receipt>> settled(List<Submission> submissions) {
		List<SignedBallot> ballots = signed(submissions);
		return ballots.stream().allMatch(this::isRetry) ? Optional.of(receipts(ballots)) : Optional.empty();
	}

	private List<SignedBallot> signed(List<Submission> submissions) {
		Map<String, BallotForm> known = new HashMap<>();
		submissions.forEach((submission) -> known.computeIfAbsent(sheet(submission),
				(key) -> this.forms.of(submission.cycle(), submission.channel())));
		List<SignedBallot> ballots = submissions.stream()
			.map((submission) -> signed(submission, known(known, submission)))
			.toList();
		requireValid(submissions, known);
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
		return SignedBallot.of(submission, unit, answers, this.pseudonyms);
	}

	// Two submissions of one person meet their rights in one order, and cannot deadlock.
	private static List<SignedBallot> inOneOrder(List<SignedBallot> ballots) {
		return ballots.stream()
			.sorted(Comparator.comparing((ballot) -> HexFormat.of().formatHex(ballot.right())))
			.toList();
	}

	private boolean take(SignedBallot ballot) {
		Submission form = ballot.submission();
		PackedAnswers answers = ballot.answers();
		Integer taken = this.jdbc.queryForObject(TAKE, Integer.class, ballot.right(), form.cycle(), ballot.mac(),
				form.cycle(), form.channel(), form.unit(), form.raterClass(), answers.a1(), answers.a2(), answers.a3(),
				answers.a4(), ballot.receiptHash(), form.cycle(), form.channel(), form.unit(), form.mayForward(),
				form.opinion().strip());
		return (taken != null && taken > 0) || isRetry(ballot);
	}

	private boolean isRetry(SignedBallot ballot) {
		return this.jdbc.queryForList(KNOWN, byte[].class, ballot.right())
			.stream()
			.anyMatch((mac) -> MessageDigest.isEqual(mac, ballot.mac()));
	}

	private static List<Receipt> receipts(List<SignedBallot> ballots) {
		return ballots.stream().map(SignedBallot::receipt).toList();
	}

	private static Refusal rightUsed(List<SignedBallot> used) {
		List<Long> units = used.stream().map((ballot) -> ballot.submission().unit()).toList();
		return new RightUsed(units, String.join("、", used.stream().map(SignedBallot::unitName).toList()));
	}

}
