/** To the city's identity service and back. */
@NullMarked
package org.pingyi.base.account.oidc.web;

import org.jspecify.annotations.NullMarked;
