package org.pingyi.rules.scoring;

import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * The tree of nodes that scores some units.
 *
 * @param name whom it scores, as people read it
 * @param groups codes of the groups; {@code *} for every group that no tree names
 * @param traits traits that a unit needs for this tree; the first tree of the list that
 * fits a unit is the one that scores it
 * @param apart whether its units are measured but not ranked, and listed apart
 * @param root the total
 */
public record Tree(Text name, List<String> groups, @ChosenFrom(Named.TRAITS) Set<String> traits, boolean apart,
		Node root) {

	/** The group code that stands for every group that no tree names. */
	public static final String REST = "*";

}
