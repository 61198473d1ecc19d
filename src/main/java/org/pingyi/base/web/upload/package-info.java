/** The turn of files that were uploaded. */
@NullMarked
package org.pingyi.base.web.upload;

import org.jspecify.annotations.NullMarked;
