package org.pingyi.intake.ballot;

import java.util.List;

import org.springframework.stereotype.Service;

/**
 * The store of every filled form: one right, one ballot; nobody exposed; nothing lost.
 */
@Service
public class Ballots {

	/**
	 * Takes a form in; returns only after the commit.
	 * @return the receipt; a retry gets the same one
	 * @throws org.pingyi.base.web.Refusal 409 {@code ballot.rightUsed} for another body
	 * under the same right, 409 {@code cycle.notOpen}, 422 for answers that do not fit
	 */
	public Receipt submit(Submission submission) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Takes several forms of one person in, all or none.
	 * @return one receipt for each, in the same order
	 */
	public List<Receipt> submitAll(List<Submission> submissions) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Where the ballot of a receipt stands; blanks, hyphens and small letters do not
	 * matter.
	 */
	public ReceiptState check(String receipt) {
		throw new UnsupportedOperationException();
	}

	/** Counts only; not under embargo. */
	public List<Participation> participation(long cycle) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The histograms of a closed cycle.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	public List<Tally> tallies(long cycle) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What people wrote about a unit in a closed cycle, in random order.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	public List<WrittenOpinion> opinions(long cycle, long unit) {
		throw new UnsupportedOperationException();
	}

}
