/** Pages of the module result. */
@NullMarked
package org.pingyi.outcome.result.web;

import org.jspecify.annotations.NullMarked;
