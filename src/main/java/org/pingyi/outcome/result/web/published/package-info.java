/**
 * What everybody sees of published years: drawn once, sent as bytes ahead of all other
 * filters.
 */
@NullMarked
package org.pingyi.outcome.result.web.published;

import org.jspecify.annotations.NullMarked;
