/** Pages of the module adjustment. */
@NullMarked
package org.pingyi.intake.adjustment.web;

import org.jspecify.annotations.NullMarked;
