/** The second factor: codes of an authenticator application, recovery codes. */
@NullMarked
package org.pingyi.base.account.factor;

import org.jspecify.annotations.NullMarked;
