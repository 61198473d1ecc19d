package org.pingyi.base.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it.
 *
 * @param name message key of the name of its kind
 * @param subject what it is about
 * @param address of the page that it belongs to
 * @param parameters what its kind reads
 * @param cancelled whether its owner wants it stopped
 * @param done how much of it is done
 * @param total how much there is to do; 0 while that is not known
 * @param outcome what is said about it, once it has ended
 * @param file its result, while there is one
 * @param keptUntil when the result is erased, or null where there is none
 */
public record Job(UUID id, String name, String subject, String address, List<String> parameters, JobState state,
		boolean cancelled, long done, long total, Instant orderedAt, @Nullable Instant startedAt,
		@Nullable Instant finishedAt, @Nullable JobOutcome outcome, @Nullable JobFile file,
		@Nullable Instant keptUntil) {

	/** How much is done of a hundred. */
	public int percent() {
		return (this.total > 0) ? (int) Math.min(100, 100 * this.done / this.total) : 0;
	}

}
