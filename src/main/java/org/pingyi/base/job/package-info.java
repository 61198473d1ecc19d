/**
 * Work that takes longer than a request: it is ordered by a person, done in the
 * background of whatever node is free, and its result is kept for its owner
 * ({@code src/docs/decisions/0032-jobs.md}).
 */
@ApplicationModule(id = "job", allowedDependencies = { "secret", "audit", "web", "web :: workload" })
@NullMarked
package org.pingyi.base.job;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
