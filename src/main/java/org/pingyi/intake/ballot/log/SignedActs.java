package org.pingyi.intake.ballot.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Reads the log of a year's acts, provided that it is what the city signed. */
@Component
class SignedActs {

	/** An act may come between what is read. */
	private static final int READS = 3;

	private final ActRepository acts;

	private final CheckpointRepository checkpoints;

	private final LogGuard guard;

	private final Merkle merkle;

	private final Signer signer;

	SignedActs(ActRepository acts, CheckpointRepository checkpoints, LogGuard guard, Merkle merkle, Signer signer) {
		this.acts = acts;
		this.checkpoints = checkpoints;
		this.guard = guard;
		this.merkle = merkle;
		this.signer = signer;
	}

	/**
	 * The head of a cycle and its acts, in a transaction of the caller; none of a year
	 * that was opened before there were heads. Empty when the last checkpoint does not
	 * sign them, or is older than the one kept outside.
	 */
	Optional<List<String>> of(long cycle) {
		return Stream.generate(() -> entries(cycle))
			.limit(READS)
			.filter((entries) -> isSigned(cycle, entries) && this.guard.holds(cycle))
			.findFirst();
	}

	private boolean isSigned(long cycle, List<String> entries) {
		return this.checkpoints.findFirstByCycleOrderBySizeDescActsDesc(cycle)
			.map((last) -> signs(last, entries))
			.orElse(entries.isEmpty());
	}

	private List<String> entries(long cycle) {
		try (Stream<Object[]> rows = this.acts.rows(cycle)) {
			return rows.map((cells) -> (String) cells[1]).toList();
		}
	}

	/** Each act is signed in the transaction that appends it. */
	private boolean signs(Checkpoint last, List<String> entries) {
		return last.acts() == entries.size() && this.signer.signed(last.content(), last.signature())
				&& (entries.isEmpty() || Arrays.equals(last.actsRoot(), root(entries)));
	}

	/**
	 * Of the entries themselves: the leaves beside them are the database's word alone.
	 */
	private byte[] root(List<String> entries) {
		MerkleFrontier tree = new MerkleFrontier(this.merkle, 0, (level, index) -> new byte[0]);
		entries.forEach((entry) -> tree.append(this.merkle.leaf(entry)));
		return tree.root();
	}

}
