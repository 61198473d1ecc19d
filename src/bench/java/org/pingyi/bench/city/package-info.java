/**
 * Measures a big city at two sizes: every list and page, the close, the count, the files,
 * and the readers of a publication day.
 */
@NullMarked
package org.pingyi.bench.city;

import org.jspecify.annotations.NullMarked;
