package org.pingyi.journey;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What the log says to whoever starts the application on an empty database, without what
 * other applications of the same process write; these set the whole logging up anew when
 * they start.
 */
class StartLog implements LoggerContextListener {

	private static final Pattern LINK = Pattern.compile("/setup/\\S+");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	StartLog() {
		LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
		logging.addListener(this);
		listen(logging);
	}

	private void listen(LoggerContext logging) {
		Logger accounts = logging.getLogger("org.pingyi.base.account");
		accounts.setLevel(Level.INFO);
		accounts.addAppender(this.lines);
		this.lines.start();
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onReset(LoggerContext logging) {
		listen(logging);
	}

	@Override
	public void onStart(LoggerContext logging) {
		// It listens already.
	}

	@Override
	public void onStop(LoggerContext logging) {
		// Nothing is written any more.
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
		// Others' levels do not matter.
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
