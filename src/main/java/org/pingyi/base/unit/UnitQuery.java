package org.pingyi.base.unit;

/**
 * Which units a list shows.
 *
 * @param text part of a name, short name or code; "" for all
 * @param group code of a group; "" for all
 * @param closed the closed ones instead of the open ones
 */
public record UnitQuery(String text, String group, boolean closed) {
}
