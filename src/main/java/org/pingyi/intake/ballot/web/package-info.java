/** Pages of the module ballot. */
@NullMarked
package org.pingyi.intake.ballot.web;

import org.jspecify.annotations.NullMarked;
