/** Room for the hashes of as many ballots as a year has. */
@NullMarked
package org.pingyi.verify.hash;

import org.jspecify.annotations.NullMarked;
