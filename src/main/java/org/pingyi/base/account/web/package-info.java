/** Pages of the module account. */
@NullMarked
package org.pingyi.base.account.web;

import org.jspecify.annotations.NullMarked;
