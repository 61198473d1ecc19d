/** Pages of the module hotline. */
@NullMarked
package org.pingyi.intake.hotline.web;

import org.jspecify.annotations.NullMarked;
