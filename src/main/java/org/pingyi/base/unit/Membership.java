package org.pingyi.base.unit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A span of days that a unit is in a group.
 *
 * @param group code of the group
 * @param groupName its name
 * @param from first day
 * @param until first day on which it no longer is, or null while open
 */
public record Membership(String group, String groupName, LocalDate from, @Nullable LocalDate until) {
}
