package org.pingyi.outcome.result;

import java.util.Map;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.CycleSamples;

/**
 * The year 2026 with ballots about the stock units, walked through count, notice and
 * publication.
 */
@Samples
public class ResultSamples {

	private static final Map<String, Integer> BALLOTS = Map.of("ONLINE", 12, "GRASSROOTS", 6, "LEADER", 5, "SUPERIOR",
			5);

	/** People who may vote online, more than do. */
	private static final int CITIZENS = 40;

	private final Results results;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final BallotSamples ballots;

	private final Adjustments adjustments;

	private final Objections objections;

	ResultSamples(Results results, CycleSamples cycles, UnitSamples units, BallotSamples ballots,
			Adjustments adjustments, Objections objections) {
		this.objections = objections;
		this.results = results;
		this.cycles = cycles;
		this.units = units;
		this.ballots = ballots;
		this.adjustments = adjustments;
	}

	/** An open year in which every unit has ballots enough, the Water Bureau the best. */
	public Cycle voted() {
		Cycle cycle = this.cycles.opened();
		this.ballots.prove(cycle.id(), CITIZENS);
		for (Unit unit : this.units.city()) {
			int level = unit.code().equals("SWJ") ? 1 : 2;
			BALLOTS.forEach((channel, number) -> this.ballots.vote(cycle.id(), channel, unit.id(), number, level));
			this.ballots.vote(cycle.id(), "INSPECTION", unit.id(), 1, 900);
		}
		return cycle;
	}

	public Cycle closed() {
		return this.cycles.close(voted());
	}

	/** The year counted for the first time. */
	public Cycle counted() {
		Cycle cycle = closed();
		count(cycle);
		return cycle;
	}

	public Cycle noticed() {
		Cycle cycle = counted();
		notice(cycle);
		return cycle;
	}

	public Cycle published() {
		Cycle cycle = noticed();
		publish(cycle);
		return cycle;
	}

	public Run count(Cycle cycle) {
		return As.office(() -> this.results.count(cycle.id()));
	}

	public void notice(Cycle cycle) {
		As.office(() -> {
			this.results.notice(cycle.id());
			return cycle;
		});
	}

	/** Publishes the last run. */
	public void publish(Cycle cycle) {
		As.office(() -> {
			this.results.publish(CycleId.of(cycle), new RunId(this.results.runs(cycle.id()).getFirst().id()));
			return cycle;
		});
	}

	/**
	 * An objection of the Water Bureau to its whole draft, which the office dismisses.
	 */
	public long object(Cycle cycle) {
		long objection = As.as("liaison.SWJ", () -> this.objections.file(cycle.id(), "", "数据与台账不符"), "ROLE_LIAISON",
				"UNIT_SWJ");
		As.office(() -> {
			this.objections.decide(this.objections.byId(objection).seen(), false, "已与来源核实");
			return objection;
		});
		return objection;
	}

	/** An approved commendation of the Education Bureau by the province. */
	public void commend(Cycle cycle) {
		long unit = this.units.educationBureau().id();
		long bonus = As.office(() -> this.adjustments.propose(
				new Proposal(cycle.id(), unit, "province", "嘉奖〔2026〕3号", CycleSamples.OPENS, "", "", "省政府表彰", "desk")));
		As.secondOffice(() -> {
			this.adjustments.approve(this.adjustments.find(bonus).seen(), "属实");
			return bonus;
		});
	}

}
