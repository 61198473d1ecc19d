/** Which page of a list a request asks for. */
@NullMarked
package org.pingyi.base.web.list;

import org.jspecify.annotations.NullMarked;
