/** Pages of the module inspection. */
@NullMarked
package org.pingyi.intake.inspection.web;

import org.jspecify.annotations.NullMarked;
