/** The ballot page as bytes and the submissions it sends, ahead of all other filters. */
@NullMarked
package org.pingyi.intake.vote.web.hot;

import org.jspecify.annotations.NullMarked;
