package org.pingyi.base.unit;

/** Networks of units were added or removed. */
record NetworksChanged() {
}
