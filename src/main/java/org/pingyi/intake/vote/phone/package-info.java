/** Codes sent to mobile phones. */
@NamedInterface("phone")
@NullMarked
package org.pingyi.intake.vote.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
