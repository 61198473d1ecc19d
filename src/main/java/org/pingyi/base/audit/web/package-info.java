/** Pages of the module audit. */
@NullMarked
package org.pingyi.base.audit.web;

import org.jspecify.annotations.NullMarked;
