package org.pingyi.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.kiosk.Kiosks;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.intake.kiosk.WindowAnswers;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.UnitAnswers;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.card.CodeBatches;
import org.pingyi.intake.vote.card.NewBatch;
import org.pingyi.rules.cycle.Participant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What people say of the sample city's agencies, the same on every machine. */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleBallots {

	private final Ballots ballots;

	private final BallotForms forms;

	private final CodeBatches batches;

	private final Entrance entrance;

	private final Kiosks kiosks;

	private final Tickets tickets;

	private final Invitations invitations;

	private final ReviewSheets sheets;

	private final SampleAnswers answers;

	private final Map<String, String> devices = new LinkedHashMap<>();

	SampleBallots(Ballots ballots, BallotForms forms, CodeBatches batches, Entrance entrance, Kiosks kiosks,
			Tickets tickets, Invitations invitations, ReviewSheets sheets, SampleAnswers answers) {
		this.ballots = ballots;
		this.forms = forms;
		this.batches = batches;
		this.entrance = entrance;
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.invitations = invitations;
		this.sheets = sheets;
		this.answers = answers;
	}

	/**
	 * Citizens vote online with the codes that the office has printed for them, each
	 * about a few units.
	 */
	void citizens(long cycle, int people) {
		BallotForm form = this.forms.of(cycle, "ONLINE");
		List<Runnable> crowd = new ArrayList<>();
		for (String code : printed(cycle, people)) {
			String right = this.entrance.byPrintedCode(code, new Visitor(code, code, ""), cycle).right();
			List<Submission> filled = new ArrayList<>();
			for (Participant unit : this.answers.some(form.units(), 3)) {
				filled.add(new Submission(cycle, "ONLINE", unit.unit(), "citizen", right, key(),
						this.answers.levels(form, unit), this.answers.opinion(unit), this.answers.permits()));
			}
			crowd.add(() -> this.ballots.submitAll(filled));
		}
		atOnce(crowd);
	}

	private List<String> printed(long cycle, int people) {
		NewBatch batch = new NewBatch("社区居民代表", "各社区居民代表", "", people);
		return SampleUser.OFFICE.call(() -> this.batches.make(cycle, batch).codes());
	}

	/** Registers and pairs a tablet at every window. */
	void tablets(long cycle) {
		this.forms.of(cycle, "WINDOW")
			.units()
			.forEach((unit) -> this.devices.computeIfAbsent(unit.code(), this::tablet));
	}

	private String tablet(String unit) {
		String pairing = SampleUser.OFFICE.call(() -> this.kiosks.register(unit, "一号窗口").token());
		return this.kiosks.pair(pairing);
	}

	/** Visitors fill the window form on the tablets. */
	void visitors(long cycle, int perUnit) {
		BallotForm form = this.forms.of(cycle, "WINDOW");
		List<Runnable> crowd = new ArrayList<>();
		for (Participant unit : form.units()) {
			String device = this.devices.get(unit.code());
			for (int visitor = 0; visitor < perUnit && device != null; visitor++) {
				boolean ownPhone = this.answers.usesOwnPhone();
				WindowAnswers said = new WindowAnswers("visitor", this.answers.levels(form, unit),
						this.answers.opinion(unit), this.answers.permits());
				crowd.add(() -> this.tickets.submit(this.tickets.issue(device, ownPhone), key(), said));
			}
		}
		atOnce(crowd);
	}

	/** Invited people mark every unit on their sheets; the last few do not sign off. */
	void reviewers(long cycle, String channel, String raterClass, List<String> organisations, int unfinished) {
		BallotForm form = this.forms.of(cycle, channel);
		List<NewInvitation> people = organisations.stream()
			.map((organisation) -> new NewInvitation(channel, raterClass, this.answers.surname() + "同志", organisation,
					List.of()))
			.toList();
		List<IssuedInvitation> issued = SampleUser.OFFICE.call(() -> this.invitations.inviteAll(cycle, people));
		List<Runnable> crowd = new ArrayList<>();
		for (int person = 0; person < issued.size(); person++) {
			boolean finishes = person < issued.size() - unfinished;
			crowd.add(marking(issued.get(person).token(), form, finishes));
		}
		atOnce(crowd);
	}

	private Runnable marking(String token, BallotForm form, boolean finishes) {
		Map<String, UnitAnswers> marks = new LinkedHashMap<>();
		(finishes ? form.units() : form.units().subList(0, form.units().size() / 2))
			.forEach((unit) -> marks.put(unit.code(), new UnitAnswers(this.answers.levels(form, unit), "", false)));
		return () -> {
			marks.forEach((unit, answers) -> this.sheets.save(token, unit, answers));
			if (finishes) {
				this.sheets.signOff(token, key());
			}
		};
	}

	/** People act side by side; what they say was drawn before, one after the other. */
	private static void atOnce(List<Runnable> crowd) {
		try (ExecutorService people = Executors.newFixedThreadPool(4)) {
			CompletableFuture
				.allOf(crowd.stream()
					.map((act) -> CompletableFuture.runAsync(act, people))
					.toArray(CompletableFuture[]::new))
				.join();
		}
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
