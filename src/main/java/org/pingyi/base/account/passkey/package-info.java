/** Passkeys (WebAuthn) as the second factor of staff. */
@NullMarked
package org.pingyi.base.account.passkey;

import org.jspecify.annotations.NullMarked;
