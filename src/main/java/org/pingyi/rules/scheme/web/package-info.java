/** Pages of the module scheme. */
@NullMarked
package org.pingyi.rules.scheme.web;

import org.jspecify.annotations.NullMarked;
