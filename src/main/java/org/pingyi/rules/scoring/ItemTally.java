package org.pingyi.rules.scoring;

import java.math.BigDecimal;

/**
 * The answers to one item.
 *
 * @param number its number in the form, from 1
 */
record ItemTally(int number, Item item, Answers answers) {

	BigDecimal weight() {
		return this.item.weight();
	}

	long rated() {
		return this.answers.rated();
	}

	ItemTally withSilent(int level, long silent) {
		Answers all = this.answers.copy();
		all.add(level, silent);
		return new ItemTally(this.number, this.item, all);
	}

}
