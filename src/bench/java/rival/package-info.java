/** What the store is compared with. */
@NullMarked
package rival;

import org.jspecify.annotations.NullMarked;
