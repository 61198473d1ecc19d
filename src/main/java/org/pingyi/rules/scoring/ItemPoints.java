package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much each item of a ballot line brings to the score (题项得分): the points of its items
 * and the rest add up to those of the line. It is computed on demand, because most
 * readers never ask for it.
 *
 * @param node code of the line's node
 * @param items what each rated item brings, in the form's order; empty where the line is
 * not a sum over its items: a median or a trimmed mean of one pot, or a stand-in
 * @param rest what rounding leaves, or all of it where there are no items
 */
public record ItemPoints(String node, List<Share> items, BigDecimal rest) {

	/**
	 * An item.
	 *
	 * @param number its number in the form, from 1
	 * @param rated answers with a value
	 * @param figure what its answers come to, on the points of the scale, to four places
	 * @param points what it brings to the score
	 */
	public record Share(int number, Item item, long rated, BigDecimal figure, BigDecimal points) {
	}

	/**
	 * The items of every ballot line of a scorecard, in its order.
	 * @param rules the rules it was counted by
	 * @param inputs what it was counted from
	 */
	public static List<ItemPoints> of(Rules rules, Inputs inputs, Scorecard card) {
		return new ItemEvaluator(rules, inputs, card).items();
	}

}
