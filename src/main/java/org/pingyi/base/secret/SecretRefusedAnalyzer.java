package org.pingyi.base.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the secret in one plain sentence instead of a stack trace. */
class SecretRefusedAnalyzer extends AbstractFailureAnalyzer<SecretRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SecretRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Set PINGYI_SECRET to the secret used so far; on a new database, for instance to the output of: openssl rand -base64 48",
				cause);
	}

}
