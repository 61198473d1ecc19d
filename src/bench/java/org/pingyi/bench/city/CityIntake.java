package org.pingyi.bench.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.pingyi.base.account.Role;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.intake.inspection.Inspections;
import org.pingyi.intake.kiosk.Kiosks;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.UnitAnswers;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;

import org.springframework.context.ApplicationContext;

/** Invitations, hotline cases, adjustments, visits and tablets, each through its door. */
final class CityIntake {

	private static final List<String> CHANNELS = List.of("GRASSROOTS", "LEADER", "SUPERIOR");

	private static final int UNITS_ON_SHEET = 10;

	private static final int AT_ONCE = 500;

	/** As many rows as one file may have. */
	private static final int CASES_IN_FILE = 5_000;

	private final ApplicationContext context;

	private final long cycle;

	private final CitySize size;

	private final List<Participant> units;

	private final LocalDate today;

	CityIntake(ApplicationContext context, long cycle, CitySize size) {
		this.context = context;
		this.cycle = cycle;
		this.size = size;
		this.units = context.getBean(Cycles.class).participants(cycle);
		this.today = LocalDate.now(context.getBean(Clock.class));
	}

	/** Of a hundred people one signs off, and one begins. */
	void invite() throws Exception {
		Invitations invitations = this.context.getBean(Invitations.class);
		for (int from = 0; from < this.size.invitations(); from += AT_ONCE) {
			List<NewInvitation> people = IntStream.range(from, Math.min(from + AT_ONCE, this.size.invitations()))
				.mapToObj(this::person)
				.toList();
			List<IssuedInvitation> issued = CityStaff.as(CityStaff.OFFICE, Role.OFFICE,
					() -> invitations.inviteAll(this.cycle, people));
			for (int person = 0; person < issued.size(); person += 100) {
				mark(issued.get(person), people.get(person).units(), true);
				mark(issued.get(person + 1), people.get(person + 1).units().subList(0, 2), false);
			}
		}
	}

	private NewInvitation person(int number) {
		List<String> sheet = IntStream.range(number, number + UNITS_ON_SHEET)
			.mapToObj((unit) -> this.units.get(unit % this.units.size()).code())
			.toList();
		return new NewInvitation(CHANNELS.get(number % CHANNELS.size()), "", "评议人" + number, "第" + number / 50 + "街道",
				sheet);
	}

	private void mark(IssuedInvitation person, List<String> sheet, boolean signs) {
		ReviewSheets sheets = this.context.getBean(ReviewSheets.class);
		BallotForm form = this.context.getBean(BallotForms.class).of(this.cycle, person.channel());
		Map<String, Integer> answers = new HashMap<>();
		for (Item item : form.questionnaire().items()) {
			answers.put(item.code(), form.scale().hasLevels() ? 2 : 850);
		}
		sheet.forEach((unit) -> sheets.save(person.token(), unit, new UnitAnswers(answers, "", false)));
		if (signs) {
			sheets.signOff(person.token(), UUID.randomUUID().toString());
		}
	}

	void takeCases() throws Exception {
		HotlineCases cases = this.context.getBean(HotlineCases.class);
		for (int from = 0; from < this.size.cases(); from += CASES_IN_FILE) {
			List<Spreadsheet.Row> rows = new ArrayList<>();
			for (int row = from; row < Math.min(from + CASES_IN_FILE, this.size.cases()); row++) {
				rows.add(new Spreadsheet.Row(row - from + 2, hotlineCase(row)));
			}
			CityStaff.as(CityStaff.HOTLINE, Role.HOTLINE,
					() -> cases.take(this.cycle, new Spreadsheet(cases.columns(), rows)));
		}
	}

	private Map<String, String> hotlineCase(int number) {
		LocalDate day = this.today.minusDays(number % 300);
		return Map.of("工单号", "12345-" + number, "来电日期", day.toString(), "被诉单位",
				this.units.get(number % this.units.size()).code(), "类别", "供水", "内容", "停水两天没有通知，来电要求尽快恢复并说明原因。", "办理情况",
				"已上门处理", "办结日期", "");
	}

	/** Four of five are approved by the second person; the last ones wait. */
	void adjust() throws Exception {
		Adjustments adjustments = this.context.getBean(Adjustments.class);
		for (int number = 0; number < this.size.adjustments(); number++) {
			Proposal proposal = proposal(number);
			long id = CityStaff.as(CityStaff.OFFICE, Role.OFFICE, () -> adjustments.propose(proposal));
			if (number % 5 > 0) {
				CityStaff.as(CityStaff.SECOND_OFFICE, Role.OFFICE, () -> {
					adjustments.approve(adjustments.find(id).seen(), "");
					return id;
				});
			}
		}
	}

	private Proposal proposal(int number) {
		long unit = this.units.get(number % this.units.size()).unit();
		return (number % 2 == 0)
				? new Proposal(this.cycle, unit, "delay", "督办通报第" + number + "号", this.today, "own", "timely",
						"办理超期五天，影响群众办事。", "desk")
				: new Proposal(this.cycle, unit, "city", "市政府〔表扬〕" + number + "号", this.today, "", "", "文件属实，按办法加分。",
						"desk");
	}

	/** A visit to every unit, and a tablet in every one. */
	void assign() throws Exception {
		CityStaff.as(CityStaff.OFFICE, Role.OFFICE, () -> {
			Kiosks kiosks = this.context.getBean(Kiosks.class);
			this.units.forEach((unit) -> kiosks.register(unit.code(), "一号窗口"));
			return this.context.getBean(Inspections.class).assignRest(this.cycle, CityStaff.INSPECTOR, this.today);
		});
	}

}
