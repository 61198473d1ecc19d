/** Citizens who come from a government's identity provider. */
@NullMarked
package org.pingyi.intake.vote.identity;

import org.jspecify.annotations.NullMarked;
