package org.pingyi.intake.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Puts the opinions of a group that is committed together among decoys, so that how many
 * there are does not tell who wrote (src/docs/decisions/0011-opinions-apart.md). Up to
 * four ballots, and all of one person, have one each; a larger group has one for every
 * fifth. Where more wrote, there is one for each ballot, and so there is by lot in one
 * group of sixteen: a full group proves nothing about anybody in it.
 */
@Component
class OpinionDecoys {

	private static final int FEW = 4;

	private static final int EVERY = 5;

	private static final int FULL_BY_LOT = 16;

	private final RandomGenerator random;

	@Autowired
	OpinionDecoys() {
		this(new SecureRandom());
	}

	OpinionDecoys(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * An opinion that waits for the seal.
	 *
	 * @param right the right under which it came, which decides whether it counts; null
	 * for a decoy
	 */
	record Entry(byte @Nullable [] right, WaitingOpinion opinion) {

		private static final Entry DECOY = new Entry(null, WaitingOpinion.NONE);

	}

	/** The opinions of a group, and the decoys that hide them. */
	List<Entry> amid(List<SignedBallot> group) {
		List<Entry> entries = new ArrayList<>();
		for (SignedBallot ballot : group) {
			WaitingOpinion opinion = WaitingOpinion.of(ballot.submission());
			if (!opinion.isNone()) {
				entries.add(new Entry(ballot.right().array(), opinion));
			}
		}
		int wanted = number(group, entries.size());
		while (entries.size() < wanted) {
			entries.add(Entry.DECOY);
		}
		return entries;
	}

	private int number(List<SignedBallot> group, int opinions) {
		int few = Math.max(Math.min(group.size(), FEW),
				Math.max(mostOfOnePerson(group), Math.ceilDiv(group.size(), EVERY)));
		return (opinions > few || this.random.nextInt(FULL_BY_LOT) == 0) ? group.size() : few;
	}

	private static int mostOfOnePerson(List<SignedBallot> group) {
		Map<String, Integer> ballots = new HashMap<>();
		int most = 0;
		for (SignedBallot ballot : group) {
			most = Math.max(most, ballots.merge(ballot.submission().right(), 1, Integer::sum));
		}
		return most;
	}

}
