/**
 * Measures how many ballots a second the store takes in, beside what it is compared with.
 */
@NullMarked
package org.pingyi.bench.vote;

import org.jspecify.annotations.NullMarked;
