package org.pingyi.base.audit;

/** Where a proposal stands that a second person decides. */
public enum ProposalState {

	PROPOSED, APPROVED, REJECTED, WITHDRAWN

}
