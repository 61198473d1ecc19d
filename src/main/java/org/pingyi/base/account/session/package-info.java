/**
 * The sessions of staff: what is kept of them in the database, and who may have put it
 * there.
 */
@NullMarked
package org.pingyi.base.account.session;

import org.jspecify.annotations.NullMarked;
