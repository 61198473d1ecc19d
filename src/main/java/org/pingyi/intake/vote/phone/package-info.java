/** Codes sent to mobile phones. */
@NullMarked
package org.pingyi.intake.vote.phone;

import org.jspecify.annotations.NullMarked;
