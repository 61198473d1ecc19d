package org.pingyi.base.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with the cipher suite in one plain sentence instead of a stack
 * trace.
 */
class CipherSuiteRefusedAnalyzer extends AbstractFailureAnalyzer<CipherSuiteRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CipherSuiteRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Set PINGYI_CRYPTOGRAPHY to what this city chose; leave it out for international. Only a new, empty"
						+ " database can choose (src/docs/decisions/0022-national-cryptography.md).",
				cause);
	}

}
