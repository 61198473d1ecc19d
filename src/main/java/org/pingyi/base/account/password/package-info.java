/** Which passwords are too easy to guess. */
@NullMarked
package org.pingyi.base.account.password;

import org.jspecify.annotations.NullMarked;
