package org.pingyi.base.unit;

/**
 * A network that a unit uses.
 *
 * @param network its block as it is written: {@code 10.1.0.0/16}, {@code 2001:db8::/48}
 */
public record UnitNetwork(long id, String network) {
}
