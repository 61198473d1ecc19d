/** Lists of people to invite: from an uploaded file to the file of their links. */
@NullMarked
package org.pingyi.intake.review.list;

import org.jspecify.annotations.NullMarked;
