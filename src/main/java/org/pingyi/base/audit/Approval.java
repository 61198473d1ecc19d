package org.pingyi.base.audit;

/**
 * What the history says of a proposal that two persons let count, to be compared with its
 * row: whoever alters one of both leaves two answers.
 *
 * @param proposedBy sign-in name, or "" without a line
 * @param reason what the proposer said
 * @param decidedBy sign-in name, or "" without a line
 * @param remark what the second person said
 */
public record Approval(String proposedBy, String reason, String decidedBy, String remark) {

	/** Where the history has no line. */
	public static final Approval NONE = new Approval("", "", "", "");

	/** Who proposed it. */
	public String proposer(SecondPerson row) {
		return agreed(row.proposedBy(), this.proposedBy);
	}

	/** Who decided it. */
	public String decider(SecondPerson row) {
		return agreed(String.valueOf(row.decidedBy()), this.decidedBy);
	}

	/** What a row says, and what the history says where that is something else. */
	public static String agreed(String row, String history) {
		return row.equals(history) ? row : row + " / " + history;
	}

	Approval with(Decision line) {
		return switch (line.state()) {
			case PROPOSED -> new Approval(line.by(), line.remark(), this.decidedBy, this.remark);
			case APPROVED -> new Approval(this.proposedBy, this.reason, line.by(), line.remark());
			case REJECTED, WITHDRAWN -> this;
		};
	}

}
