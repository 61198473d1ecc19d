package org.pingyi.base.startup;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what {@code beforeMigrate.sql} refuses in a plain sentence instead of a stack
 * trace.
 */
class ServerRefusedAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

	private static final String REFUSED = "PY001";

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
		ServerErrorMessage said = cause.getServerErrorMessage();
		return (said != null && REFUSED.equals(said.getSQLState()))
				? new FailureAnalysis(said.getMessage(), said.getHint(), cause) : null;
	}

}
