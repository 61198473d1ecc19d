package org.pingyi.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.hotline.CaseAssessment;
import org.pingyi.intake.hotline.CaseFilter;
import org.pingyi.intake.hotline.CaseRow;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.intake.inspection.Checklist;
import org.pingyi.intake.inspection.Inspections;
import org.pingyi.intake.inspection.Note;
import org.pingyi.intake.inspection.Visit;
import org.pingyi.intake.inspection.Visits;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Visits, awards, complaints and a veto in the sample city. */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleEvents {

	private static final String WEAK = "台账不全，部分承诺事项没有公示，请补齐并公开。";

	private final Cycles cycles;

	private final Inspections inspections;

	private final Visits visits;

	private final Adjustments adjustments;

	private final HotlineCases hotline;

	private final SampleAnswers answers;

	SampleEvents(Cycles cycles, Inspections inspections, Visits visits, Adjustments adjustments, HotlineCases hotline,
			SampleAnswers answers) {
		this.cycles = cycles;
		this.inspections = inspections;
		this.visits = visits;
		this.adjustments = adjustments;
		this.hotline = hotline;
		this.answers = answers;
	}

	/** Plans a visit to every unit; half goes to each inspector. */
	void planVisits(long cycle, LocalDate day) {
		SampleUser.OFFICE.run(() -> {
			List<Participant> all = this.inspections.unvisited(cycle);
			all.subList(0, all.size() / 2)
				.forEach((unit) -> this.inspections.assign(cycle, unit.code(), "inspector1", day));
			this.inspections.assignRest(cycle, "inspector2", day);
		});
	}

	/** Makes at most so many of the planned visits of each inspector. */
	void visit(long cycle, int most) {
		for (String inspector : List.of("inspector1", "inspector2")) {
			SampleUser.inspector(inspector)
				.run(() -> this.visits.mine()
					.stream()
					.filter((visit) -> visit.cycle() == cycle && visit.open())
					.limit(most)
					.forEach(this::make));
		}
	}

	private void make(Visit visit) {
		Checklist list = this.visits.checklist(visit.id());
		Participant unit = list.form()
			.units()
			.stream()
			.filter((any) -> any.code().equals(visit.unit().code()))
			.findFirst()
			.orElseThrow();
		Map<String, Note> notes = new HashMap<>();
		this.answers.marks(list.form(), unit)
			.forEach((item, mark) -> notes.put(item, new Note(mark, (mark < 820) ? WEAK : "")));
		this.visits.save(visit.id(), notes);
		this.visits.submit(visit.id(), this.visits.checklist(visit.id()).seen(), UUID.randomUUID().toString());
	}

	/** Awards, a criticism and a veto, each approved by a second person. */
	void adjust(long cycle, LocalDate day) {
		approved(cycle, day, "RSJ", "ministry", "人社部〔嘉奖〕12号");
		approved(cycle, day, "GAJ", "province", "省政府〔表彰〕8号");
		approved(cycle, day, "JYJ", "city", "市委〔表扬〕21号");
		approved(cycle, day, "JYJ", "province-joint", "省教育厅等五部门〔表彰〕3号");
		criticised(cycle, day);
	}

	private void approved(long cycle, LocalDate day, String unit, String rule, String document) {
		approve(propose(new Proposal(cycle, number(cycle, unit), rule, document, day, "", "", "文件属实，按办法加分。", "desk")));
	}

	private void criticised(long cycle, LocalDate day) {
		approve(propose(new Proposal(cycle, number(cycle, "ZJJ"), "exposed-city", "市作风办通报第4期", day, "own", "timely",
				"施工许可逾期，已按期整改。", "desk")));
	}

	/** Leaves two proposals waiting for the second person. */
	void propose(long cycle, LocalDate day) {
		propose(new Proposal(cycle, number(cycle, "RSJ"), "city", "市政府〔表扬〕6号", day, "", "", "稳就业工作受到表扬。", "desk"));
		propose(new Proposal(cycle, number(cycle, "SJJ"), "delay", "市长信箱转办单第31号", day, "own", "late", "回复超过承诺时限。",
				"desk"));
	}

	private long propose(Proposal proposal) {
		return SampleUser.OFFICE.call(() -> this.adjustments.propose(proposal));
	}

	private void approve(long adjustment) {
		SampleUser.SECOND_OFFICE.run(() -> this.adjustments.approve(this.adjustments.find(adjustment).seen(), "同意"));
	}

	/** Takes the sample cases in, as those of a year. */
	void cases(long cycle, int year) {
		try {
			String cases = new ClassPathResource("sample/hotline.csv").getContentAsString(StandardCharsets.UTF_8)
				.replace("2026", String.valueOf(year));
			Spreadsheet sheet = Spreadsheets.read("hotline.csv",
					new ByteArrayInputStream(cases.getBytes(StandardCharsets.UTF_8)));
			SampleUser.HOTLINE.run(() -> this.hotline.take(cycle, sheet));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Decides the cases: every third is not the unit's fault, every fifth is dismissed.
	 */
	void decideCases(long cycle) {
		List<CaseRow> cases = SampleUser.OFFICE
			.call(() -> this.hotline.search(cycle, new CaseFilter(null, null), PageRequest.of(0, 100)).getContent());
		for (int i = 0; i < cases.size(); i++) {
			decide(cases.get(i).id(), i);
		}
	}

	private void decide(long hotlineCase, int number) {
		if (number % 5 == 4) {
			SampleUser.OFFICE.run(() -> this.hotline.dismiss(hotlineCase, "经核实与该单位职责无关。"));
			return;
		}
		CaseAssessment finding = new CaseAssessment((number % 2 == 0) ? "delay" : "attitude",
				(number % 3 == 2) ? "other" : "own", (number % 3 == 0) ? "well" : "timely", "工单与回访记录属实。");
		approve(SampleUser.OFFICE.call(() -> this.hotline.confirm(hotlineCase, finding)));
	}

	private long number(long cycle, String unit) {
		return this.cycles.participants(cycle)
			.stream()
			.filter((any) -> any.code().equals(unit))
			.findFirst()
			.orElseThrow()
			.unit();
	}

}
