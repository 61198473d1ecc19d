/** Pages of the module vote. */
@NullMarked
package org.pingyi.intake.vote.web;

import org.jspecify.annotations.NullMarked;
