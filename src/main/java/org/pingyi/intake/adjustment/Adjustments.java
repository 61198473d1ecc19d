package org.pingyi.intake.adjustment;

import java.util.List;

import org.springframework.stereotype.Service;

/** Bonuses, deductions and vetoes: proposed by one person, approved by another. */
@Service
public class Adjustments {

	/**
	 * Proposes an adjustment.
	 * @return its number
	 * @throws org.pingyi.base.web.Refusal 422 when the rule does not exist or asks for a
	 * trait that the unit lacks, 409 when the cycle is not between opening and notice, or
	 * the source was proposed already
	 */
	public long propose(Proposal proposal) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Approves a proposal as the second person.
	 * @throws org.pingyi.base.web.Refusal 409 when it is decided already or the approver
	 * proposed it
	 */
	public void approve(long adjustment, String remark) {
		throw new UnsupportedOperationException();
	}

	/** Rejects a proposal as the second person; the remark says why. */
	public void reject(long adjustment, String remark) {
		throw new UnsupportedOperationException();
	}

	/** The approved adjustments of a cycle, by unit and number. */
	public List<Adjustment> approved(long cycle) {
		throw new UnsupportedOperationException();
	}

	/** Every adjustment of a cycle about a unit, by number. */
	public List<Adjustment> of(long cycle, long unit) {
		throw new UnsupportedOperationException();
	}

}
