package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A unit with where it belonged and when.
 *
 * @param unit the unit as it is today
 * @param memberships newest first
 * @param closedOn first day on which it no longer exists, or null
 */
public record UnitHistory(Unit unit, List<Membership> memberships, @Nullable LocalDate closedOn) {
}
