/** Shows the office whether messages go out. */
@NullMarked
package org.pingyi.base.message.web;

import org.jspecify.annotations.NullMarked;
