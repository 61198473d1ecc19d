/** Which of the waiting ballots hide in one another. */
@NullMarked
package org.pingyi.intake.ballot.company;

import org.jspecify.annotations.NullMarked;
