package org.pingyi.base.unit;

/** Internal number of a unit, where the number of something else stands beside it. */
public record UnitId(long value) {
}
