package org.pingyi.linking;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.pingyi.Samples;
import org.pingyi.TestClock;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.intake.kiosk.WindowAnswers;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.review.UnitAnswers;
import org.pingyi.intake.review.UnitReceipt;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.intake.vote.card.PrintedCodes;
import org.pingyi.rules.cycle.Participant;

/** Brings people's answers in through every door. */
@Samples
class Doors {

	private static final String ONLINE = "ONLINE";

	private final Ballots ballots;

	private final BallotForms forms;

	private final Tickets tickets;

	private final ReviewSamples reviews;

	private final VoteSamples votes;

	private final PrintedCodes printed;

	private final Pseudonyms pseudonyms;

	private final TestClock clock;

	Doors(Ballots ballots, BallotForms forms, Tickets tickets, ReviewSamples reviews, VoteSamples votes,
			PrintedCodes printed, Pseudonyms pseudonyms, TestClock clock) {
		this.ballots = ballots;
		this.forms = forms;
		this.tickets = tickets;
		this.reviews = reviews;
		this.votes = votes;
		this.printed = printed;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** A citizen with a number, which was proved. */
	void phone(OpenYear year, int person, List<Long> units, int people) {
		citizen(year, "phone", "phone:" + (13800000000L + person), person, units, people);
	}

	/** Somebody with a printed code. */
	void code(OpenYear year, int person, String code, List<Long> units, int people) {
		String right = this.printed.use(code, year.cycle());
		citizen(year, "code", right, person, units, people)
			.forEach((rating) -> year.known(rating, right.substring("code:".length())));
	}

	private List<Rating> citizen(OpenYear year, String kind, String right, int person, List<Long> units, int people) {
		this.votes.proved(right, year.cycle(), "device " + right);
		BallotForm form = this.forms.of(year.cycle(), ONLINE);
		String key = UUID.randomUUID().toString();
		List<Rating> ratings = new ArrayList<>();
		List<Submission> sheet = new ArrayList<>();
		for (long unit : units) {
			OpenYear.Answers answers = year.answers(kind, ONLINE, unit, form.questionnaire().items(), people);
			ratings.add(answers.rating());
			sheet.add(new Submission(year.cycle(), ONLINE, unit, "citizen", right, key, answers.byItem(),
					answers.rating().opinion(), true));
		}
		List<Receipt> receipts = this.ballots.submitAll(sheet);
		String address = "10.%d.%d.%d".formatted(kind.length(), person / 250, person % 250);
		year.requested(now(), address, "/vote/ballots");
		for (int unit = 0; unit < ratings.size(); unit++) {
			year.taken(ratings.get(unit), right, receipts.get(unit));
			year.known(ratings.get(unit), address);
		}
		return ratings;
	}

	/** Somebody who was served at a window answers on its tablet. */
	void window(OpenYear year, String device, long unit, int people) {
		String ticket = this.tickets.issue(device, false);
		BallotForm form = this.forms.of(year.cycle(), "WINDOW");
		OpenYear.Answers answers = year.answers("window", "WINDOW", unit, form.questionnaire().items(), people);
		Receipt receipt = this.tickets.submit(ticket, UUID.randomUUID().toString(),
				new WindowAnswers("visitor", answers.byItem(), answers.rating().opinion(), true));
		year.requested(now(), "10.9.0." + unit % 250, "/q/" + ticket);
		year.taken(answers.rating(), "ticket:" + ticket, receipt);
		year.known(answers.rating(), ticket);
		year.known(answers.rating(), this.pseudonyms.of("kiosk.ticket", ticket));
	}

	/** Somebody who was invited marks every unit and signs off. */
	void sheet(OpenYear year, IssuedInvitation person, int people) {
		BallotForm form = this.forms.of(year.cycle(), person.channel());
		Map<Long, Rating> ratings = new LinkedHashMap<>();
		Map<Long, UnitAnswers> marked = new LinkedHashMap<>();
		for (Participant unit : form.units()) {
			OpenYear.Answers answers = year.answers(person.channel().toLowerCase(Locale.ROOT), person.channel(),
					unit.unit(), form.questionnaire().items(), people);
			ratings.put(unit.unit(), answers.rating());
			marked.put(unit.unit(), new UnitAnswers(answers.byItem(), answers.rating().opinion(), true));
		}
		String address = this.reviews.address(person.token());
		List<UnitReceipt> receipts = this.reviews.signedOff(person, marked);
		year.requested(now(), "10.8.0." + person.id() % 250, address);
		receipts.forEach((signed) -> {
			Rating rating = Objects.requireNonNull(ratings.get(signed.unit().unit()));
			year.taken(rating, "invitation:" + person.id(), signed.receipt());
			year.known(rating, "invitation:" + person.id());
			year.known(rating, "10.8.0." + person.id() % 250);
		});
	}

	private ZonedDateTime now() {
		return this.clock.instant().atZone(this.clock.getZone());
	}

}
