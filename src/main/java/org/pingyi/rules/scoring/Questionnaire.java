package org.pingyi.rules.scoring;

import java.util.List;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * A form (问卷).
 *
 * @param code its name inside the scheme
 * @param name its title
 * @param scale code of the scale that every item is answered on
 * @param items the questions in order; ballots and tallies number them from 1
 */
public record Questionnaire(String code, Text name, @ChosenFrom(Named.SCALES) String scale, List<Item> items) {
}
