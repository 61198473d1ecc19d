/** The Merkle logs of ballots and receipts, their signed checkpoints and their files. */
@NamedInterface("log")
@NullMarked
package org.pingyi.intake.ballot.log;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
