package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Visits are planned by the office, made once by their inspector, answered by the unit.
 */
@PingyiTest
class InspectionsTests {

	private static final String KEY = "0123456789abcdef";

	private final Inspections inspections;

	private final Visits visits;

	private final Findings findings;

	private final InspectionSamples samples;

	private final CycleSamples cycles;

	private final Ballots ballots;

	private final JdbcTemplate jdbc;

	private final Superuser superuser;

	InspectionsTests(Inspections inspections, Visits visits, Findings findings, InspectionSamples samples,
			CycleSamples cycles, Ballots ballots, JdbcTemplate jdbc, Superuser superuser) {
		this.inspections = inspections;
		this.visits = visits;
		this.findings = findings;
		this.samples = samples;
		this.cycles = cycles;
		this.ballots = ballots;
		this.jdbc = jdbc;
		this.superuser = superuser;
	}

	@Test
	void countsAVisitAsABallotOfAnInspector() {
		Cycle cycle = this.cycles.opened();
		this.samples.submitted(cycle.id(), "SWJ", 875, "");
		this.cycles.close(cycle);
		assertThat(this.ballots.participation(cycle.id())).singleElement()
			.extracting(Participation::channel, Participation::raterClass, Participation::ballots)
			.containsExactly("INSPECTION", "inspector", 1L);
	}

	@Test
	void turnsAVisitIntoOneBallotAndForgetsItsMarks() {
		Cycle cycle = this.cycles.opened();
		long visit = this.samples.submitted(cycle.id(), "SWJ", 875, "");
		assertThat(this.ballots.counters(cycle.id()).rights()).isOne();
		assertThat(this.jdbc.queryForObject("select count(*) from inspection_draft", Long.class)).isZero();
		refused("inspection.settled", () -> this.samples.submit(visit, KEY));
		refused("inspection.settled", () -> this.samples.note(visit, 900, ""));
		refused("inspection.settled", () -> As.office(() -> {
			this.inspections.cancel(visit);
			return true;
		}));
	}

	@Test
	void demandsEveryMarkAndAFindingForLowOnes() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		refused("inspection.incomplete", () -> this.samples.submit(visit, KEY));
		this.samples.note(visit, 599, "");
		refused("inspection.incomplete", () -> this.samples.submit(visit, KEY));
		this.samples.note(visit, 600, "");
		assertThat(InspectionSamples.inspector(() -> this.visits.checklist(visit)).ready()).isTrue();
		this.samples.note(visit, 599, "台账不实");
		assertThat(this.samples.submit(visit, KEY).code()).isNotEmpty();
	}

	/** The control: whoever looks again submits what there is now. */
	@Test
	void submitsOnlyTheMarksThatWereSeen() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		this.samples.note(visit, 950, "");
		SeenProposal seen = InspectionSamples.inspector(() -> this.visits.checklist(visit)).seen();
		this.superuser.jdbc().update("update inspection_draft set mark = 610");
		refused("audit.changed", () -> InspectionSamples.inspector(() -> this.visits.submit(visit, seen, KEY)));
		assertThat(this.samples.submit(visit, KEY).code()).isNotEmpty();
	}

	@Test
	void keepsAVisitFromOtherInspectors() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		refused("inspection.noVisit", () -> As.as("inspector2", () -> this.visits.checklist(visit), "ROLE_INSPECTOR"));
		assertThat(As.as("inspector2", this.visits::mine, "ROLE_INSPECTOR")).isEmpty();
		assertThat(InspectionSamples.inspector(this.visits::mine)).extracting(Visit::id).containsExactly(visit);
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.office(() -> this.visits.checklist(visit)));
	}

	@Test
	void refusesMarksThatDoNotFit() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		refused("inspection.badNotes", () -> this.samples.note(visit, 1001, ""));
		refused("inspection.badNotes", () -> InspectionSamples.inspector(() -> {
			this.visits.save(visit, Map.of("nothing", new Note(100, "")));
			return true;
		}));
	}

	@Test
	void showsFindingsToTheirUnitAloneWhichAnswersThem() {
		Cycle cycle = this.cycles.opened();
		long visit = this.samples.submitted(cycle.id(), "SWJ", 550, "窗口没有值班表");
		List<Finding> own = InspectionSamples.liaison("SWJ", this.findings::own);
		assertThat(own).hasSize(6).allMatch((finding) -> finding.text().equals("窗口没有值班表"));
		assertThat(InspectionSamples.liaison("JYJ", this.findings::own)).isEmpty();
		answer("SWJ", own.getFirst().id(), "已经张贴");
		answer("SWJ", own.getFirst().id(), "并在网上公布");
		refused("inspection.noFinding", () -> answer("JYJ", own.getFirst().id(), "不是我们"));
		refused("inspection.answerBlank", () -> answer("SWJ", own.getFirst().id(), "  "));
		assertThat(As.office(() -> this.findings.ofVisit(visit)).getFirst().answers())
			.extracting(Finding.Answer::text, Finding.Answer::on)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("已经张贴", LocalDate.of(2026, 11, 2)),
					org.assertj.core.groups.Tuple.tuple("并在网上公布", LocalDate.of(2026, 11, 2)));
		assertThat(InspectionSamples.liaison("SWJ", this.findings::unanswered)).isEqualTo(5);
	}

	@Test
	void takesTwentyAnswersToAFinding() {
		this.samples.submitted(this.cycles.opened().id(), "SWJ", 550, "窗口没有值班表");
		List<Finding> own = InspectionSamples.liaison("SWJ", this.findings::own);
		for (int answer = 1; answer <= 20; answer++) {
			answer("SWJ", own.getFirst().id(), "第" + answer + "次");
		}
		refused("inspection.answersMany", () -> answer("SWJ", own.getFirst().id(), "还有"));
		answer("SWJ", own.get(1).id(), "另一条");
		assertThat(InspectionSamples.liaison("SWJ", this.findings::own).getFirst().answers()).hasSize(20);
	}

	@Test
	void assignsTheRestToOneInspector() {
		Cycle cycle = this.cycles.announced();
		this.samples.assigned(cycle.id(), "SWJ");
		assertThat(As.office(() -> this.inspections.assignRest(cycle.id(), "inspector1", InspectionSamples.DAY)))
			.isEqualTo(4);
		assertThat(As.office(() -> this.inspections.unvisited(cycle.id()))).isEmpty();
		assertThat(As.office(() -> this.inspections.page(cycle.id(), "PLANNED", Pageable.ofSize(3))).getTotalElements())
			.isEqualTo(5);
	}

	@Test
	void refusesAnAssignmentThatDoesNotFit() {
		Cycle cycle = this.cycles.opened();
		this.samples.assigned(cycle.id(), "SWJ");
		refused("inspection.alreadyAssigned", () -> this.samples.assigned(cycle.id(), "SWJ"));
		refused("inspection.notVisited", () -> this.samples.assigned(cycle.id(), "NOBODY"));
		refused("inspection.noInspector", () -> assign(cycle, "nobody", InspectionSamples.DAY));
		refused("inspection.dayOutside", () -> assign(cycle, "inspector1", LocalDate.of(2026, 12, 1)));
		this.cycles.close(cycle);
		refused("inspection.notNow", () -> assign(cycle, "inspector1", InspectionSamples.DAY));
	}

	@Test
	void takesNothingAfterTheClose() {
		Cycle cycle = this.cycles.opened();
		long visit = this.samples.assigned(cycle.id(), "SWJ");
		this.samples.note(visit, 900, "");
		this.cycles.close(cycle);
		refused("cycle.notOpen", () -> this.samples.submit(visit, KEY));
		refused("cycle.notOpen", () -> this.samples.note(visit, 900, ""));
	}

	private void assign(Cycle cycle, String inspector, LocalDate day) {
		As.office(() -> this.inspections.assign(cycle.id(), "JYJ", inspector, day));
	}

	private void answer(String unit, long finding, String text) {
		InspectionSamples.liaison(unit, () -> {
			this.findings.answer(finding, text);
			return true;
		});
	}

	private static void refused(String key, Runnable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).extracting(Refusal::key).isEqualTo(key);
	}

}
