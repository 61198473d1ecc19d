package org.pingyi.intake.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.pingyi.intake.ballot.WaitingRows.Kind;
import org.pingyi.intake.ballot.key.BoxKey;
import org.pingyi.intake.ballot.key.BoxKeys;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up keys under which nothing waits any more, so that neither the database's log
 * nor a backup opens anything. What waits on is encrypted anew before: under the key of
 * its cycle's close where it has company, for one transaction leads from its marks to its
 * boxes; else, with its mark, under the key of the span that runs, until others come or
 * the year closes.
 */
@Component
class KeyRetirement {

	private final SecureRandom random = new SecureRandom();

	private final WaitingBallots waiting;

	private final WaitingBallotRepository repository;

	private final SealedBallotRepository sealed;

	private final BoxKeys keys;

	private final int company;

	/**
	 * @param company of how many ballots at least one transaction puts marks and boxes
	 * apart
	 */
	KeyRetirement(WaitingBallots waiting, WaitingBallotRepository repository, SealedBallotRepository sealed,
			BoxKeys keys, @Value("${pingyi.keys.company:25}") int company) {
		this.waiting = waiting;
		this.repository = repository;
		this.sealed = sealed;
		this.keys = keys;
		this.company = company;
	}

	/** The cycles of which something waits under a key. */
	@Transactional(readOnly = true)
	public List<Long> cyclesUnder(int number) {
		return this.repository.cyclesUnder(number);
	}

	/** Encrypts anew, in one shuffle, what waits in a cycle under a key. */
	@Transactional
	public void postpone(long cycle, int number) {
		this.sealed.lock(cycle);
		if (under(Kind.BALLOT, cycle, number).size() < this.company) {
			carry(cycle, number);
		}
		else {
			putApart(cycle, number);
		}
	}

	private void carry(long cycle, int number) {
		BoxKey key = this.keys.current();
		for (Kind kind : Kind.values()) {
			List<String> places = under(kind, cycle, number);
			this.repository.carry(kind, cycle, this.waiting.carried(kind, cycle, places, key));
			this.repository.remove(kind, cycle, places);
		}
	}

	private List<String> under(Kind kind, long cycle, int number) {
		List<String> places = this.waiting.places(kind, cycle, (box) -> EncryptedBallots.isUnder(number, box));
		Collections.shuffle(places, this.random);
		return places;
	}

	private void putApart(long cycle, int number) {
		BoxKey key = this.keys.close(cycle);
		List<byte[]> marks = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			List<String> places = under(kind, cycle, number);
			for (int from = 0; from < places.size(); from += Sealer.MOST) {
				List<String> slice = places.subList(from, Math.min(from + Sealer.MOST, places.size()));
				postpone(kind, cycle, this.waiting.anew(kind, cycle, slice, key, marks));
			}
			this.repository.remove(kind, cycle, places);
		}
		this.repository.keepMarks(cycle, marks);
	}

	private void postpone(Kind kind, long cycle, List<byte[]> boxes) {
		Collections.shuffle(boxes, this.random);
		this.repository.postpone(kind, cycle, boxes);
	}

	/**
	 * Erases a key. Whoever inserts holds it until their commit: what they wrote is seen
	 * here, and whoever comes later is refused.
	 * @throws IllegalStateException when something waits under it
	 */
	@Transactional
	public void erase(int number) {
		this.keys.erase(number);
		if (!this.repository.cyclesUnder(number).isEmpty()) {
			throw new IllegalStateException("Something waits under key " + BoxKey.name(number));
		}
	}

}
