package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.Set;

/**
 * An agency to be registered.
 *
 * @param code 2 to 12 capitals and digits
 * @param name full name, at most 60 characters
 * @param shortName at most 20 characters
 * @param group code of the group that it joins
 * @param services what people go there for, in words separated by spaces or commas, at
 * most 200 characters, or "" to have them suggested by its name
 * @param traits which of the {@link Trait traits} hold
 * @param from first day in that group
 */
public record NewUnit(String code, String name, String shortName, String group, String services, Set<Trait> traits,
		LocalDate from) {
}
