package org.pingyi.local;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;

import org.pingyi.base.unit.UnitId;
import org.pingyi.outcome.feedback.Opinion;
import org.pingyi.outcome.feedback.Rectification;
import org.pingyi.outcome.feedback.RectificationFilter;
import org.pingyi.outcome.feedback.Rectifications;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.outcome.result.RunId;
import org.pingyi.rules.cycle.Announcements;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.CyclePlan;
import org.pingyi.rules.cycle.CyclePlans;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * Two years of the sample city: last year, played to its end, and this year, taking
 * ballots.
 */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleYears {

	private static final List<String> GRASSROOTS = List.of("城东区政务中心", "城西区政务中心", "高新区管委会", "临江县政务中心", "青山县政务中心",
			"白石县政务中心", "南湖街道办事处", "北桥镇人民政府");

	private static final List<String> LEADERS = List.of("市委", "市人大常委会", "市政府", "市政协", "市纪委监委", "市政府办公室");

	private static final List<String> SUPERIORS = List.of("省政府办公厅", "省委组织部", "省发展改革委", "省人社厅", "省住建厅", "省水利厅");

	private static final List<String> UNITS_WITH_LIAISON = List.of("SWJ", "GAJ", "JYJ", "SWSWJ");

	private final Cycles cycles;

	private final Closings closings;

	private final CyclePlans plans;

	private final Announcements announcements;

	private final Results results;

	private final Objections objections;

	private final Rectifications rectifications;

	private final SampleBallots ballots;

	private final SampleEvents events;

	private final LocalClock clock;

	SampleYears(Cycles cycles, Closings closings, CyclePlans plans, Announcements announcements, Results results,
			Objections objections, Rectifications rectifications, SampleBallots ballots, SampleEvents events,
			LocalClock clock) {
		this.cycles = cycles;
		this.closings = closings;
		this.plans = plans;
		this.announcements = announcements;
		this.results = results;
		this.objections = objections;
		this.rectifications = rectifications;
		this.ballots = ballots;
		this.events = events;
		this.clock = clock;
	}

	/** Last year, from its plan to the opinions acted on after publication. */
	void liveLast(long scheme, int year) {
		LocalDate opens = LocalDate.of(year, 11, 3);
		LocalDate closes = LocalDate.of(year, 11, 28);
		this.clock.travelTo(opens.minusMonths(1));
		long cycle = announced(scheme, year, opens, closes);
		this.clock.travelTo(opens);
		SampleUser.OFFICE.run(() -> this.cycles.open(cycle));
		this.clock.travelTo(opens.plusDays(10));
		speak(cycle, 600, 40, 8, 0);
		this.events.planVisits(cycle, opens.plusDays(10));
		this.events.visit(cycle, Integer.MAX_VALUE);
		this.events.adjust(cycle, opens);
		this.events.cases(cycle, year);
		this.events.decideCases(cycle);
		this.clock.travelTo(closes);
		SampleUser.OFFICE.run(() -> this.cycles.close(cycle));
		this.closings.finish(cycle);
		conclude(cycle, closes);
	}

	/** This year, some days into its ballots. */
	void liveThis(long scheme, LocalDate today) {
		LocalDate opens = today.minusDays(10);
		this.clock.travelTo(opens.minusDays(20));
		long cycle = announced(scheme, Year.from(today).getValue(), opens, today.plusDays(35));
		this.clock.travelTo(opens);
		SampleUser.OFFICE.run(() -> this.cycles.open(cycle));
		this.clock.comeHome();
		speak(cycle, 150, 6, 6, 3);
		this.events.planVisits(cycle, today);
		this.events.visit(cycle, 8);
		this.events.propose(cycle, today);
	}

	private long announced(long scheme, int year, LocalDate opens, LocalDate closes) {
		Cycle cycle = SampleUser.OFFICE.call(() -> {
			Cycle drafted = this.plans
				.draft(new CyclePlan(String.valueOf(year), year + "年度机关作风建设考评", scheme, opens, closes));
			this.cycles.announce(drafted.id());
			return drafted;
		});
		UNITS_WITH_LIAISON.stream()
			.limit(3)
			.forEach((unit) -> SampleUser.liaisonOf(unit).run(() -> this.announcements.acknowledge(cycle.id())));
		return cycle.id();
	}

	private void speak(long cycle, int citizens, int visitors, int reviewers, int unfinished) {
		this.ballots.citizens(cycle, citizens);
		this.ballots.tablets(cycle);
		this.ballots.visitors(cycle, visitors);
		this.ballots.reviewers(cycle, "GRASSROOTS", "grassroots", GRASSROOTS.subList(0, reviewers), unfinished);
		this.ballots.reviewers(cycle, "LEADER", "leader", LEADERS, unfinished);
		this.ballots.reviewers(cycle, "SUPERIOR", "superior", SUPERIORS, unfinished);
	}

	private void conclude(long cycle, LocalDate closed) {
		this.clock.travelTo(closed.plusDays(4));
		SampleUser.OFFICE.run(() -> {
			this.results.count(cycle);
			this.results.notice(cycle);
		});
		this.clock.travelTo(closed.plusDays(6));
		long objection = SampleUser.liaisonOf("GAJ")
			.call(() -> this.objections.file(cycle, "", "窗口评议期间大厅搬迁，部分评价针对的是搬迁造成的不便，请复核。"));
		this.clock.travelTo(closed.plusDays(9));
		SampleUser.SECOND_OFFICE.run(() -> {
			this.objections.decide(this.objections.byId(objection).seen(), false, "已复核窗口评议记录，评价针对办事过程，维持原结果。");
			Run last = this.results.runs(cycle).getFirst();
			this.results.publish(new CycleId(cycle), new RunId(last.id()));
		});
		this.clock.travelTo(closed.plusDays(12));
		UNITS_WITH_LIAISON.forEach((unit) -> resolve(cycle, unit, closed.plusDays(40)));
	}

	private void resolve(long cycle, String unit, LocalDate deadline) {
		long number = this.cycles.participants(cycle)
			.stream()
			.filter((any) -> any.code().equals(unit))
			.mapToLong(Participant::unit)
			.findFirst()
			.orElseThrow();
		boolean sent = SampleUser.OFFICE.call(() -> send(cycle, number, deadline));
		if (sent) {
			answer(cycle, number, unit);
		}
	}

	private boolean send(long cycle, long unit, LocalDate deadline) {
		List<UUID> chosen = this.rectifications.opinions(new CycleId(cycle), new UnitId(unit))
			.stream()
			.filter(Opinion::mayForward)
			.map(Opinion::id)
			.limit(4)
			.toList();
		return !chosen.isEmpty()
				&& this.rectifications.send(new CycleId(cycle), new UnitId(unit), chosen, deadline) > 0;
	}

	private void answer(long cycle, long number, String unit) {
		List<Rectification> open = SampleUser.OFFICE.call(() -> this.rectifications
			.search(cycle, new RectificationFilter(null, number, false), PageRequest.of(0, 3))
			.getContent());
		open.forEach((one) -> {
			SampleUser.liaisonOf(unit).run(() -> this.rectifications.answer(one.id(), "已增设午间值班窗口，并更新网上材料清单。"));
			SampleUser.OFFICE.run(() -> this.rectifications.resolve(one.id()));
		});
	}

}
