/** What counts as text, and how files of it are read. */
@NamedInterface("text")
@NullMarked
package org.pingyi.base.web.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
