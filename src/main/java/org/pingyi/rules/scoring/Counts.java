package org.pingyi.rules.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The three denominators, kept apart.
 *
 * @param issued forms handed out (发放), or null where that is not known
 * @param valid valid ballots (有效)
 * @param rated answers with a value (有评价)
 */
record Counts(@Nullable Long issued, long valid, long rated) {
}
