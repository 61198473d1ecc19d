/**
 * The city's identity service, by which staff may sign in, and whose accounts its
 * identities are bound to.
 */
@NullMarked
package org.pingyi.base.account.oidc;

import org.jspecify.annotations.NullMarked;
