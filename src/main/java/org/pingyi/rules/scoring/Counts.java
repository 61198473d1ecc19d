package org.pingyi.rules.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The three denominators of a line, each by itself.
 *
 * @param issued forms handed out (发放), or null where that is not known or makes no sense
 * @param valid valid ballots (有效), or null where none are counted
 * @param rated answers with a value (有评价), or null where none are counted
 */
public record Counts(@Nullable Long issued, @Nullable Long valid, @Nullable Long rated) {

	/** Of a line that counts no ballots. */
	public static final Counts NONE = new Counts(null, null, null);

}
