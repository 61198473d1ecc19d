package org.pingyi.journey;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What the log says to whoever starts the application on an empty database, without what
 * other applications of the same process write.
 */
class StartLog {

	private static final Pattern LINK = Pattern.compile("/setup/\\S+");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	StartLog() {
		this.lines.start();
		((Logger) LoggerFactory.getLogger("org.pingyi.base.account")).addAppender(this.lines);
	}

	/** The address at which the first administrators are appointed. */
	String setUpLink() {
		return this.lines.list.stream()
			.flatMap((line) -> LINK.matcher(line.getFormattedMessage()).results())
			.map(MatchResult::group)
			.findFirst()
			.orElseThrow();
	}

}
