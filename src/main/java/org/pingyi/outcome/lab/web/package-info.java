/** Pages of the module lab. */
@NullMarked
package org.pingyi.outcome.lab.web;

import org.jspecify.annotations.NullMarked;
