/**
 * How rights and waiting ballots are hidden: under which keys, and how long each lives.
 */
@NullMarked
package org.pingyi.intake.ballot.key;

import org.jspecify.annotations.NullMarked;
