package org.pingyi.outcome.result;

/** Internal number of a run, where the number of something else stands beside it. */
public record RunId(long value) {
}
