package org.pingyi;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Logging that outlives an application that stops: the tests of several run beside each
 * other, and those that read the log would miss lines while the next one sets it up.
 */
class LastingLogging extends LogbackLoggingSystem {

	LastingLogging(ClassLoader classLoader) {
		super(classLoader);
	}

	@Override
	public void cleanUp() {
		// It is set up once.
	}

	/** Found ahead of Spring Boot's own. */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class Factory implements LoggingSystemFactory {

		@Override
		public LoggingSystem getLoggingSystem(ClassLoader classLoader) {
			return new LastingLogging(classLoader);
		}

	}

}
