package org.pingyi.base.job;

import java.util.List;
import java.util.UUID;

/** A job that this node has taken up. */
record BegunJob(UUID id, JobKind kind, String owner, List<String> parameters) {
}
