package org.pingyi.intake.ballot;

import org.springframework.context.ApplicationContext;

/** Seals what waits, as the application does from time to time. */
public final class SealFill {

	private SealFill() {
	}

	/** Those that have company; the others go on waiting. */
	public static void some(ApplicationContext context, long cycle) {
		context.getBean(Sealer.class).sealSome(cycle, 1);
	}

}
