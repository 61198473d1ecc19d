package org.pingyi.intake.ballot.log;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with the database in one plain sentence instead of a stack trace.
 */
class LogRefusedAnalyzer extends AbstractFailureAnalyzer<LogRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LogRefused cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
