package org.pingyi.intake.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visits found, and what the units say to it. A liaison reads and answers those of
 * their own unit; the office reads all. Marks are not here: the embargo holds for them.
 */
@Service
public class Findings {

	private static final int LONGEST_ANSWER = 1000;

	private static final int MOST_ANSWERS = 20;

	private final FindingRepository findings;

	private final AnswerRepository answers;

	private final Units units;

	private final Cycles cycles;

	private final Schemes schemes;

	private final Audit audit;

	private final Clock clock;

	Findings(FindingRepository findings, AnswerRepository answers, Units units, Cycles cycles, Schemes schemes,
			Audit audit, Clock clock) {
		this.findings = findings;
		this.answers = answers;
		this.units = units;
		this.cycles = cycles;
		this.schemes = schemes;
		this.audit = audit;
		this.clock = clock;
	}

	/** The findings about the liaison's own unit, of the latest visit first. */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public List<Finding> own() {
		return complete(this.findings.ofUnit(this.units.own().id()));
	}

	/** How many findings about the liaison's own unit have no answer yet. */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public long unanswered() {
		return this.findings.countUnanswered(this.units.own().id());
	}

	/** The findings of a submitted visit, in the order of the checklist. */
	@PreAuthorize("hasAnyRole('OFFICE', 'INSPECTOR')")
	@Transactional(readOnly = true)
	public List<Finding> ofVisit(long visit) {
		return complete(this.findings.ofVisit(visit));
	}

	/**
	 * Appends an answer to a finding about the liaison's own unit, up to the twentieth.
	 * @throws Refusal 404 {@code inspection.noFinding} when it is not there or about
	 * another unit, 422 {@code inspection.answerBlank} or
	 * {@code inspection.answerTooLong}, 409 {@code inspection.answersMany}
	 */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional
	public void answer(long finding, String text) {
		Unit own = this.units.own();
		FindingSummary answered = this.findings.summary(finding)
			.filter((candidate) -> candidate.unit() == own.id())
			.orElseThrow(() -> Refusal.notFound("inspection.noFinding"));
		String answer = text.replace("\0", "").strip();
		if (answer.isEmpty()) {
			throw Refusal.invalid("inspection.answerBlank");
		}
		if (answer.length() > LONGEST_ANSWER) {
			throw Refusal.invalid("inspection.answerTooLong", LONGEST_ANSWER);
		}
		requireRoom(answered.id());
		this.answers.save(new AnswerEntity(answered.id(), answer, LocalDate.now(this.clock), Actor.current().name()));
		this.audit.record("inspection.answered", "finding:" + answered.id(), own.code());
	}

	private void requireRoom(long finding) {
		this.answers.lock(finding);
		if (this.answers.countByFindingId(finding) >= MOST_ANSWERS) {
			throw Refusal.conflict("inspection.answersMany", MOST_ANSWERS);
		}
	}

	private List<Finding> complete(List<FindingSummary> found) {
		Map<Long, List<Finding.Answer>> answers = answers(found);
		Map<Long, Rules> rules = new HashMap<>();
		return found.stream()
			.map((finding) -> new Finding(finding.id(), finding.visit(),
					item(finding.item(), rules.computeIfAbsent(finding.cycle(), this::rules)), finding.text(),
					finding.foundOn(), answers.getOrDefault(finding.id(), List.of())))
			.toList();
	}

	/** By number of the finding, the oldest first. */
	private Map<Long, List<Finding.Answer>> answers(List<FindingSummary> found) {
		List<Long> ids = found.stream().map(FindingSummary::id).toList();
		return ids.isEmpty() ? Map.of()
				: this.answers.findByFindingIdInOrderById(ids)
					.stream()
					.collect(Collectors.groupingBy(AnswerEntity::finding,
							Collectors.mapping(AnswerEntity::toAnswer, Collectors.toList())));
	}

	private Rules rules(long cycle) {
		return this.schemes.rules(this.cycles.byId(cycle).schemeVersion());
	}

	private static Text item(String code, Rules rules) {
		return rules.questionnaires()
			.stream()
			.map(Questionnaire::items)
			.flatMap(List::stream)
			.filter((item) -> item.code().equals(code))
			.findFirst()
			.map((item) -> item.text())
			.orElse(new Text(code, null));
	}

}
