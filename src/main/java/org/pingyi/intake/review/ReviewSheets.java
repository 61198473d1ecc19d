package org.pingyi.intake.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Item;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sheets of invited people: saved as they go, signed off once. Guarded by the token
 * of the personal link, not by a role.
 */
@Service
public class ReviewSheets {

	private final InvitationRepository invitations;

	private final SheetDrafts drafts;

	private final Cycles cycles;

	private final BallotForms forms;

	private final Ballots ballots;

	private final LinkedInvitations linked;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReviewSheets(InvitationRepository invitations, SheetDrafts drafts, Cycles cycles, BallotForms forms,
			Ballots ballots, LinkedInvitations linked, ApplicationEventPublisher events, Clock clock) {
		this.invitations = invitations;
		this.drafts = drafts;
		this.cycles = cycles;
		this.forms = forms;
		this.ballots = ballots;
		this.linked = linked;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The sheet behind a personal link.
	 * @throws Refusal 404 {@code review.linkUnknown}, 410 {@code review.linkRevoked}, 410
	 * {@code review.signedOff}, 409 {@code review.notOpen}, {@code review.notOpenYet},
	 * {@code review.past}, {@code review.over}
	 */
	@Transactional(readOnly = true)
	public ReviewSheet open(String token) {
		Invitation invitation = this.linked.active(token);
		Cycle cycle = this.cycles.current()
			.filter((current) -> current.id() == invitation.cycle())
			.orElseThrow(() -> notOpen(invitation));
		BallotForm form = this.forms.of(cycle.id(), invitation.channel());
		Set<Long> asked = this.invitations.units(invitation.id());
		SheetDrafts.Kept kept = this.drafts.all(invitation.id(), SheetKey.of(token, invitation.id()));
		List<SheetUnit> units = form.units()
			.stream()
			.filter((unit) -> asked.contains(unit.unit()))
			.map((unit) -> row(unit, kept, form))
			.toList();
		return new ReviewSheet(invitation, cycle, form, units);
	}

	/**
	 * Keeps what is marked about a unit so far; it replaces what was kept before, unless
	 * that comes from a later state of the same page.
	 * @throws Refusal as {@link #open}, 404 {@code review.notOnSheet}, 422 for answers
	 * that do not fit the form
	 */
	@Transactional
	public void save(String token, String unit, UnitAnswers answers) {
		keep(token, hold(token), unit, answers);
	}

	private void keep(String token, ReviewSheet sheet, String unit, UnitAnswers answers) {
		SheetUnit row = sheet.unit(unit).orElseThrow(() -> Refusal.notFound("review.notOnSheet"));
		requireFitting(answers, sheet.form());
		long invitation = sheet.invitation().id();
		if (answers.state().before(row.answers().state())) {
			return;
		}
		if (answers.empty() && answers.state().changes() == 0) {
			this.drafts.delete(invitation, row.unit().unit());
			return;
		}
		this.drafts.save(invitation, row.unit().unit(), answers, complete(answers, sheet.form()),
				SheetKey.of(token, invitation));
	}

	/**
	 * Keeps the places of units, and what else is kept about them as it is.
	 * @param places place by item code, by code of the unit; items without one are
	 * forgotten
	 * @param state of the page that they were typed on
	 * @throws Refusal as {@link #save}
	 */
	@Transactional
	public void saveOrder(String token, Map<String, Map<String, Integer>> places, PageState state) {
		ReviewSheet sheet = hold(token);
		places.forEach((unit, answers) -> {
			UnitAnswers kept = sheet.unit(unit).map(SheetUnit::answers).orElse(UnitAnswers.NONE);
			if (!kept.answers().equals(answers)) {
				keep(token, sheet, unit, new UnitAnswers(answers, kept.opinion(), kept.mayForward(), state));
			}
		});
	}

	/**
	 * Turns every unit that is marked in full into a ballot, all or none, and forgets the
	 * marks: nothing leads from the person to the answers any more. Units that are not
	 * marked in full are left out. Of the sign-off itself only the day is kept, and the
	 * trail learns of it at the close ({@link SignOffTrail}).
	 * @param key chosen at random, as {@link Submission} says
	 * @return the receipts, which cannot be shown again
	 * @throws Refusal as {@link #open}, 422 {@code review.nothingMarked}
	 * @throws org.pingyi.intake.ballot.form.SheetRefused 422 when the sheet is not a
	 * valid one
	 */
	@Transactional
	public List<UnitReceipt> signOff(String token, String key) {
		ReviewSheet sheet = hold(token);
		List<SheetUnit> marked = sheet.complete();
		if (marked.isEmpty()) {
			throw Refusal.invalid("review.nothingMarked");
		}
		List<Receipt> receipts = this.ballots
			.submitAll(marked.stream().map((row) -> submission(sheet, row, key)).toList());
		long id = sheet.invitation().id();
		this.drafts.deleteAll(id);
		this.linked.signOff(id, LocalDate.now(this.clock));
		this.events.publishEvent(new SheetSigned(id));
		return IntStream.range(0, marked.size())
			.mapToObj((index) -> new UnitReceipt(marked.get(index).unit(), receipts.get(index)))
			.toList();
	}

	/** Reads the sheet again once nobody else can change it. */
	private ReviewSheet hold(String token) {
		Invitation invitation = this.linked.active(token);
		this.invitations.lock(invitation.id());
		ReviewSheet sheet = open(token);
		this.cycles.holdOpen(sheet.cycle().id());
		return sheet;
	}

	private Refusal notOpen(Invitation invitation) {
		Cycle cycle = this.cycles.byId(invitation.cycle());
		LocalDate today = LocalDate.now(this.clock);
		if (cycle.phase().reached(Phase.CLOSING)) {
			return Refusal.conflict("review.over", cycle.closesOn().toString());
		}
		if (today.isAfter(cycle.closesOn())) {
			return Refusal.conflict("review.past", cycle.closesOn().toString());
		}
		return Refusal.conflict(today.isBefore(cycle.opensOn()) ? "review.notOpen" : "review.notOpenYet",
				cycle.opensOn().toString(), cycle.closesOn().toString());
	}

	private static SheetUnit row(Participant unit, SheetDrafts.Kept kept, BallotForm form) {
		UnitAnswers answers = kept.answers().getOrDefault(unit.unit(), UnitAnswers.NONE);
		return new SheetUnit(unit, answers, complete(answers, form), kept.altered().contains(unit.unit()));
	}

	private static boolean complete(UnitAnswers answers, BallotForm form) {
		return answers.answers().keySet().containsAll(codes(form));
	}

	private static Set<String> codes(BallotForm form) {
		return form.questionnaire().items().stream().map(Item::code).collect(Collectors.toSet());
	}

	private static void requireFitting(UnitAnswers answers, BallotForm form) {
		boolean fits = codes(form).containsAll(answers.answers().keySet())
				&& answers.answers().values().stream().allMatch(form::accepts)
				&& answers.opinion().length() <= Submission.LONGEST_OPINION && answers.opinion().indexOf('\0') < 0;
		if (!fits) {
			throw Refusal.invalid("review.badAnswers");
		}
	}

	private static Submission submission(ReviewSheet sheet, SheetUnit row, String key) {
		Invitation invitation = sheet.invitation();
		return new Submission(sheet.cycle().id(), invitation.channel(), row.unit().unit(), invitation.raterClass(),
				"invitation:" + invitation.id(), key, row.answers().answers(), row.answers().opinion(),
				row.answers().mayForward());
	}

}
