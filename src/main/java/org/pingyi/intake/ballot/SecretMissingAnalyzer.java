package org.pingyi.intake.ballot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a missing secret in one plain sentence instead of a stack trace. */
class SecretMissingAnalyzer extends AbstractFailureAnalyzer<SecretMissing> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SecretMissing cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Set PINGYI_SECRET, for instance to the output of: openssl rand -base64 48", cause);
	}

}
