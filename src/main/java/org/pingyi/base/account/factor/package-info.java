/** The second factor: codes of an authenticator application, codes for emergencies. */
@NullMarked
package org.pingyi.base.account.factor;

import org.jspecify.annotations.NullMarked;
