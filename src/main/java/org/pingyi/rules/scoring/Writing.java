package org.pingyi.rules.scoring;

import java.util.function.Supplier;

/** When calculations are written as text. */
enum Writing {

	/** As they are made, so that the answers they are made of need not be kept. */
	AT_ONCE {

		@Override
		Supplier<String> of(Supplier<String> calculation) {
			String text = calculation.get();
			return () -> text;
		}

	},

	/** Only if somebody asks, which nobody does where ranks are all that is wanted. */
	ON_DEMAND {

		@Override
		Supplier<String> of(Supplier<String> calculation) {
			return calculation;
		}

	};

	abstract Supplier<String> of(Supplier<String> calculation);

}
