/** Reads millions of sealed rows as the database copies them out. */
@NullMarked
package org.pingyi.intake.ballot.copy;

import org.jspecify.annotations.NullMarked;
