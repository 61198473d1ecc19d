/** What differs between two schemes. */
@NullMarked
package org.pingyi.rules.scheme.comparison;

import org.jspecify.annotations.NullMarked;
