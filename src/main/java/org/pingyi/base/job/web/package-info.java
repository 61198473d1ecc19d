/** Pages of the module job. */
@NullMarked
package org.pingyi.base.job.web;

import org.jspecify.annotations.NullMarked;
