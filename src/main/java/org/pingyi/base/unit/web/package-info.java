/** Pages of the module unit. */
@NullMarked
package org.pingyi.base.unit.web;

import org.jspecify.annotations.NullMarked;
