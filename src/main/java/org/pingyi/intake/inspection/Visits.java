package org.pingyi.intake.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Item;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An inspector's own visits: noted as they go, submitted once. Somebody else's visit is
 * not there.
 */
@Service
@PreAuthorize("hasRole('INSPECTOR')")
public class Visits {

	private static final int LONGEST_FINDING = 1000;

	private final VisitRepository visits;

	private final VisitFinder finder;

	private final NoteRepository notes;

	private final FindingRepository findings;

	private final Cycles cycles;

	private final BallotForms forms;

	private final Ballots ballots;

	private final Audit audit;

	private final Clock clock;

	Visits(VisitRepository visits, VisitFinder finder, NoteRepository notes, FindingRepository findings, Cycles cycles,
			BallotForms forms, Ballots ballots, Audit audit, Clock clock) {
		this.visits = visits;
		this.finder = finder;
		this.notes = notes;
		this.findings = findings;
		this.cycles = cycles;
		this.forms = forms;
		this.ballots = ballots;
		this.audit = audit;
		this.clock = clock;
	}

	/** The visits of whoever is signed in, in the cycle that is open; open ones first. */
	@Transactional(readOnly = true)
	public List<Visit> mine() {
		return this.cycles.current()
			.map((cycle) -> this.finder.ofInspector(cycle.id(), Actor.current().name()))
			.orElse(List.of());
	}

	/**
	 * The checklist of an own visit.
	 * @throws Refusal 404 {@code inspection.noVisit} when it is not there, taken back, or
	 * somebody else's
	 */
	@Transactional(readOnly = true)
	public Checklist checklist(long id) {
		Visit visit = this.finder.byId(id)
			.filter((candidate) -> candidate.inspector().equals(Actor.current().name()))
			.filter((candidate) -> candidate.state() != Visit.State.CANCELLED)
			.orElseThrow(() -> Refusal.notFound("inspection.noVisit"));
		return new Checklist(visit, form(visit), notes(id));
	}

	/**
	 * Keeps what is noted so far; it replaces what was kept before.
	 * @throws Refusal as {@link #checklist}, 409 {@code inspection.settled} or
	 * {@code cycle.notOpen}, 422 for marks that do not fit the form
	 */
	@Transactional
	public void save(long id, Map<String, Note> notes) {
		Checklist checklist = hold(id);
		requireFitting(notes, checklist.form());
		this.notes.deleteAll(id);
		this.notes.saveAll(notes.entrySet()
			.stream()
			.filter((note) -> !note.getValue().empty())
			.map((note) -> new NoteEntity(id, note.getKey(), note.getValue()))
			.toList());
	}

	/**
	 * Turns the marks into a ballot and shows the findings to the unit; it cannot be
	 * changed after.
	 * @param seen what the inspector looked at, {@link Checklist#seen()}
	 * @param key chosen at random, as {@link Submission} says
	 * @throws Refusal as {@link #save}, 409 {@code audit.changed}, 422
	 * {@code inspection.incomplete}
	 */
	@Transactional
	public Receipt submit(long id, SeenProposal seen, String key) {
		Checklist checklist = hold(id);
		checklist.seen().requireSeen(seen);
		if (!checklist.ready()) {
			throw Refusal.invalid("inspection.incomplete");
		}
		Receipt receipt = this.ballots.submit(submission(checklist, key));
		keepFindings(checklist);
		this.notes.deleteAll(id);
		this.visits.submit(id, LocalDate.now(this.clock));
		this.audit.record("inspection.submitted", "visit:" + id, checklist.visit().unit().code());
		return receipt;
	}

	/** Reads the checklist again once nobody else can change it. */
	private Checklist hold(long id) {
		this.visits.lock(id);
		Checklist checklist = checklist(id);
		if (!checklist.visit().open()) {
			throw Refusal.conflict("inspection.settled");
		}
		this.cycles.holdOpen(checklist.visit().cycle());
		return checklist;
	}

	private Map<String, Note> notes(long visit) {
		return this.notes.findByVisitId(visit).stream().collect(Collectors.toMap(NoteEntity::item, NoteEntity::note));
	}

	private BallotForm form(Visit visit) {
		return this.forms.of(visit.cycle(), Door.INSPECTION)
			.stream()
			.filter((form) -> form.unit(visit.unit().id()).isPresent())
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("inspection.notVisited", visit.unit().code()));
	}

	private static void requireFitting(Map<String, Note> notes, BallotForm form) {
		List<String> items = form.questionnaire().items().stream().map(Item::code).toList();
		boolean fits = items.containsAll(notes.keySet()) && notes.values()
			.stream()
			.allMatch((note) -> note.finding().length() <= LONGEST_FINDING
					&& (note.mark() == null || form.scale().accepts(note.mark())));
		if (!fits) {
			throw Refusal.invalid("inspection.badNotes");
		}
	}

	private static Submission submission(Checklist checklist, String key) {
		Map<String, Integer> marks = new LinkedHashMap<>();
		checklist.notes().forEach((item, note) -> marks.put(item, Objects.requireNonNull(note.mark())));
		Visit visit = checklist.visit();
		return new Submission(visit.cycle(), checklist.form().channel().code(), visit.unit().id(),
				checklist.form().channel().raterClasses().getFirst(), "visit:" + visit.id(), key, marks, "", false);
	}

	private void keepFindings(Checklist checklist) {
		List<Item> items = checklist.form().questionnaire().items();
		for (int index = 0; index < items.size(); index++) {
			Note note = checklist.note(items.get(index).code());
			if (!note.finding().isEmpty()) {
				this.findings.save(
						new FindingEntity(checklist.visit().id(), index + 1, items.get(index).code(), note.finding()));
			}
		}
	}

}
