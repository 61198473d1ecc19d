package org.pingyi.base.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the keys in one plain sentence instead of a stack trace. */
class KeysRefusedAnalyzer extends AbstractFailureAnalyzer<KeysRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KeysRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Set PINGYI_KEYS to the directories used so far, separated by a comma, or bring the missing file back from"
						+ " the other directory or its copy (src/docs/keys.md). On a new city name one or two empty"
						+ " directories, readable by the application alone.",
				cause);
	}

}
