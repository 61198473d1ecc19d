package org.pingyi.intake.adjustment;

/** The kinds of adjustments. */
public enum Kind {

	/** 嘉奖加分. */
	BONUS,
	/** 投诉扣分. */
	DEDUCTION,
	/** 一票否决. */
	VETO

}
