package org.pingyi.rules.scoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the value of a property, or each value of its list, is chosen from, so that
 * an editor can offer it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChosenFrom {

	Named value();

	/** Whether the order in which several are chosen counts. */
	boolean ordered() default false;

	/** What rules give codes to, or know by name. */
	enum Named {

		SCALES, QUESTIONNAIRES, CHANNELS,
		/** Those of the channel that the property is about; elsewhere all. */
		RATER_CLASSES,
		/** Those of the form that the property is about. */
		ITEMS,
		/** Those of the form's scale. */
		LEVELS,
		/** Those of them that have a value. */
		VALUED_LEVELS,
		/** Bonuses and deductions. */
		POINT_RULES,
		/** Bonuses, deductions and vetoes. */
		ADJUSTMENT_RULES, GRADES,
		/** Grades and marks. */
		AWARDS, NODES,
		/**
		 * The parts of the node that the property belongs to; outside of trees all nodes.
		 */
		PARTS,
		/** Traits of units. */
		TRAITS

	}

}
