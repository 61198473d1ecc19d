/** Tries a scheme on typed figures. */
@NullMarked
package org.pingyi.rules.scheme.web.trial;

import org.jspecify.annotations.NullMarked;
