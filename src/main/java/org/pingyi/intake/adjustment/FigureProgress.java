package org.pingyi.intake.adjustment;

import java.util.List;

import org.pingyi.rules.cycle.Participant;

/**
 * How far a figure is entered.
 *
 * @param need the figure
 * @param approved units that have an approved one
 * @param waiting units without an approved one, for which one waits for the second person
 * @param missing units for which nothing is registered
 */
public record FigureProgress(FigureNeed need, long approved, long waiting, List<Participant> missing) {
}
