/** Pages of the module review. */
@NullMarked
package org.pingyi.intake.review.web;

import org.jspecify.annotations.NullMarked;
