package org.pingyi.base.unit;

/**
 * Units that are ranked together (分组).
 *
 * @param id internal number
 * @param code short code, unique
 * @param name Chinese name
 * @param position its place in lists, from 1
 */
public record UnitGroup(long id, String code, String name, int position) {
}
