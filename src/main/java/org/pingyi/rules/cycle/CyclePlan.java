package org.pingyi.rules.cycle;

import java.time.LocalDate;

/**
 * A year as the office plans it.
 *
 * @param code what addresses carry: digits, lower-case letters and hyphens; fixed once
 * drafted
 * @param name what people read
 * @param schemeVersion number of a frozen scheme version
 * @param opensOn first day of ballots
 * @param closesOn last day of ballots
 */
public record CyclePlan(String code, String name, long schemeVersion, LocalDate opensOn, LocalDate closesOn) {
}
