package org.pingyi.base.unit;

import java.util.Set;

/**
 * What may be changed about a unit by hand; its code never changes.
 *
 * @param name full name, at most 60 characters
 * @param shortName at most 20 characters
 * @param services what people go there for, in words separated by spaces or commas, at
 * most 200 characters, or ""
 * @param traits which of the {@link Trait traits} hold from now on
 */
public record UnitChange(String name, String shortName, String services, Set<Trait> traits) {
}
