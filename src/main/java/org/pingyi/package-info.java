/** Pingyi: how a city appraises, every year, how its agencies work. */
@NullMarked
package org.pingyi;

import org.jspecify.annotations.NullMarked;
