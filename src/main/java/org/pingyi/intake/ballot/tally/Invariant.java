package org.pingyi.intake.ballot.tally;

import java.util.function.Predicate;

import org.springframework.modulith.NamedInterface;

/** What must be true between the counters, in the order in which a ballot passes them. */
@NamedInterface("tally")
public enum Invariant {

	/** No more was rated online than people proved rights for. */
	PROVED((report) -> report.online().hold()),
	/** No ballot that was acknowledged is gone, nor the right that it used. */
	ACCEPTED_ARE_THERE((report) -> report.counters().rights() >= report.accepted()),
	/** Each right that was used is one ballot, waiting or in the log. */
	ONE_BALLOT((report) -> report.counters().oneBallotEach()),
	/** Each ballot in the log has one receipt there. */
	ONE_RECEIPT((report) -> report.counters().oneReceiptEach()),
	/** Each ballot in the log counts or is excluded: none was dropped. */
	NONE_DROPPED((report) -> report.counters().noneDropped()),
	/** No ballot and no opinion was altered while it waited for the seal. */
	NONE_ALTERED((report) -> report.counters().noneAltered()),
	/** Each decision of two persons and each objection is as it was signed. */
	RECORDS_AS_SIGNED((report) -> report.alteredRecords() == 0);

	@SuppressWarnings("ImmutableEnumChecker") // functions without state
	private final Predicate<ConsistencyReport> rule;

	Invariant(Predicate<ConsistencyReport> rule) {
		this.rule = rule;
	}

	public boolean holds(ConsistencyReport report) {
		return this.rule.test(report);
	}

}
