package org.pingyi.base.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the keys in one plain sentence instead of a stack trace. */
class KeysRefusedAnalyzer extends AbstractFailureAnalyzer<KeysRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KeysRefused cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
