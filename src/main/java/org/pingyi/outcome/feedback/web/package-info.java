/** Pages of the module feedback. */
@NullMarked
package org.pingyi.outcome.feedback.web;

import org.jspecify.annotations.NullMarked;
