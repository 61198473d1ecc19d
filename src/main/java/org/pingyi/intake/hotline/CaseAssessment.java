package org.pingyi.intake.hotline;

/**
 * What the office found out about a case.
 *
 * @param rule code of a deduction rule
 * @param cause code of a cause
 * @param handling code of a handling
 * @param reason what was found, for the second person and for the unit
 */
public record CaseAssessment(String rule, String cause, String handling, String reason) {
}
