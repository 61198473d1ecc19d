/**
 * What work is for, and the connections to the database that it may take
 * ({@code src/docs/decisions/0030-workloads.md}).
 */
@NamedInterface("workload")
@NullMarked
package org.pingyi.base.web.workload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
