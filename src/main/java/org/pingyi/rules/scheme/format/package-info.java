/** The file format of schemes: reads and writes rules as JSON documents. */
@NullMarked
package org.pingyi.rules.scheme.format;

import org.jspecify.annotations.NullMarked;
