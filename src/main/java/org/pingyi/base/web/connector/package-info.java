/** How requests reach the application, and what becomes of those that are none. */
@NullMarked
package org.pingyi.base.web.connector;

import org.jspecify.annotations.NullMarked;
