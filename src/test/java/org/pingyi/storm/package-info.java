/** Votes over HTTP while the application and its database are killed. */
@NullMarked
package org.pingyi.storm;

import org.jspecify.annotations.NullMarked;
