/** The Merkle logs of ballots and receipts, their signed checkpoints and their files. */
@NullMarked
package org.pingyi.intake.ballot.log;

import org.jspecify.annotations.NullMarked;
