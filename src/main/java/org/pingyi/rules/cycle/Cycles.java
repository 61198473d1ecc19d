package org.pingyi.rules.cycle;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * Years of appraisal: their phases, their participants, and the one embargo on answers
 * and scores.
 */
@Service
public class Cycles {

	/** Every cycle, newest first. */
	public List<Cycle> all() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The cycle of a code.
	 * @throws org.pingyi.base.web.Refusal 404 when there is none
	 */
	public Cycle byCode(String code) {
		throw new UnsupportedOperationException();
	}

	public Cycle byId(long id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The one cycle that takes ballots now, if any: opened, and today within its dates.
	 */
	public Optional<Cycle> current() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The units that take part, by group and name; of a draft, as they would be today.
	 */
	public List<Participant> participants(long cycle) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Makes sure, until the caller's transaction ends, that the cycle takes ballots: a
	 * closure waits for it, and none is taken after one.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.notOpen} otherwise
	 */
	public Cycle holdOpen(long cycle) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The embargo: until close nobody, administrators included, sees answers or scores.
	 * @throws org.pingyi.base.web.Refusal 409 {@code cycle.embargo} before the close
	 */
	public Cycle requireClosed(long cycle) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Moves a closed or counted cycle to COUNTED; the module {@code result} calls it in
	 * the transaction that stores a run.
	 * @throws org.pingyi.base.web.Refusal 409 in any other phase
	 */
	public void markCounted(long cycle) {
		throw new UnsupportedOperationException();
	}

	/** Moves a counted cycle to NOTICED, called by {@code result}. */
	public void markNoticed(long cycle) {
		throw new UnsupportedOperationException();
	}

	/** Moves a noticed cycle to PUBLISHED, called by {@code result}. */
	public void markPublished(long cycle) {
		throw new UnsupportedOperationException();
	}

}
