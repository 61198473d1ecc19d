package org.pingyi.base.web.workload;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The connections of one node to the database, by what they are for. */
@ConfigurationProperties("pingyi.pools")
record PoolSettings(Pool voting, Pool staff, Pool pages, Pool jobs) {

	/** A close holds its turn, works in a transaction beside it, and may make a key. */
	private static final int FEWEST_JOBS = 3;

	PoolSettings {
		if (jobs.size() < FEWEST_JOBS) {
			throw new IllegalArgumentException(
					"pingyi.pools.jobs.size is less than " + FEWEST_JOBS + ", so that no year could be closed");
		}
	}

	Pool of(Workload workload) {
		return switch (workload) {
			case VOTING -> this.voting;
			case STAFF -> this.staff;
			case PUBLIC -> this.pages;
			case JOBS -> this.jobs;
		};
	}

	/**
	 * A pool and its limits. Those of PostgreSQL have its names, and 0 is none; one that
	 * the server does not know yet is left out ({@code transaction_timeout} before 17).
	 *
	 * @param size connections at most
	 * @param idle connections that are kept while nobody asks
	 * @param waiting how many may wait for a connection; whoever comes later is refused
	 * at once
	 * @param patience how long they wait
	 */
	record Pool(int size, int idle, int waiting, Duration patience, Duration statementTimeout,
			Duration idleInTransactionSessionTimeout, Duration transactionTimeout) {

		/** What a fresh connection executes. */
		String limits() {
			return """
					select set_config(name, given.value, false) from (values ('statement_timeout', '%d'),
						('idle_in_transaction_session_timeout', '%d'), ('transaction_timeout', '%d')) given (name, value)
					join pg_catalog.pg_settings using (name)"""
				.formatted(this.statementTimeout.toMillis(), this.idleInTransactionSessionTimeout.toMillis(),
						this.transactionTimeout.toMillis());
		}

	}

}
