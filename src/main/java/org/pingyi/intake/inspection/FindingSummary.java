package org.pingyi.intake.inspection;

import java.time.LocalDate;

/** A finding with the visit that it was made on, in one row. */
record FindingSummary(long id, long visit, String item, String text, long unit, long cycle, LocalDate foundOn) {
}
