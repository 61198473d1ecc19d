/** What a browser says of the page that asks (Fetch Metadata). */
@NamedInterface("fetch")
@NullMarked
package org.pingyi.base.web.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
