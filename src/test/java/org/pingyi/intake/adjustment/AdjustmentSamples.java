package org.pingyi.intake.adjustment;

import java.time.LocalDate;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.unit.Unit;
import org.pingyi.rules.cycle.Cycle;

/** Adjustments of the founding method, proposed and decided by two people. */
@Samples
public class AdjustmentSamples {

	public static final LocalDate DAY = LocalDate.of(2026, 6, 1);

	private final Adjustments adjustments;

	AdjustmentSamples(Adjustments adjustments) {
		this.adjustments = adjustments;
	}

	/** A delay by the unit's own fault that was handled in time: 0.5 × 1 × 0.5. */
	public static Proposal delay(Cycle cycle, Unit unit) {
		return deduction(cycle, unit, "own", "timely", "desk");
	}

	/** A delay with a cause, a handling and a source. */
	public static Proposal deduction(Cycle cycle, Unit unit, String cause, String handling, String source) {
		return new Proposal(cycle.id(), unit.id(), "delay", "督办通报〔2026〕3号", DAY, cause, handling, "办理超期五天", source);
	}

	/** A commendation by the province, open to units with awards. */
	public static Proposal commendation(Cycle cycle, Unit unit) {
		return new Proposal(cycle.id(), unit.id(), "province", "省政府通报〔2026〕12号", DAY, "", "", "全省先进集体", "desk");
	}

	/** A grave accident. */
	public static Proposal accident(Cycle cycle, Unit unit) {
		return new Proposal(cycle.id(), unit.id(), "grave-accident", "事故调查报告〔2026〕1号", DAY, "", "", "负主要责任", "desk");
	}

	/** Proposed by the first of the office. */
	public long proposed(Proposal proposal) {
		return As.office(() -> this.adjustments.propose(proposal));
	}

	/** Proposed by the first of the office and approved by the second. */
	public long approved(Proposal proposal) {
		long id = proposed(proposal);
		approve(id);
		return id;
	}

	/** The second of the office approves. */
	public void approve(long adjustment) {
		As.secondOffice(() -> {
			this.adjustments.approve(this.adjustments.find(adjustment).seen(), "");
			return adjustment;
		});
	}

	/** The second of the office rejects. */
	public void reject(long adjustment) {
		As.secondOffice(() -> {
			this.adjustments.reject(this.adjustments.find(adjustment).seen(), "责任归属不清");
			return adjustment;
		});
	}

}
