/** Pages of the module kiosk. */
@NullMarked
package org.pingyi.intake.kiosk.web;

import org.jspecify.annotations.NullMarked;
