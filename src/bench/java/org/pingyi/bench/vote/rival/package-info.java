/** What the store is compared with. */
@NullMarked
package org.pingyi.bench.vote.rival;

import org.jspecify.annotations.NullMarked;
