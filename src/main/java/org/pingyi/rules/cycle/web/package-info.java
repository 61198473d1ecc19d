/** Pages of the module cycle. */
@NullMarked
package org.pingyi.rules.cycle.web;

import org.jspecify.annotations.NullMarked;
