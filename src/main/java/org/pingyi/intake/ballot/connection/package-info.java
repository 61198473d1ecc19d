/** The connections on which ballots are written. */
@NullMarked
package org.pingyi.intake.ballot.connection;

import org.jspecify.annotations.NullMarked;
