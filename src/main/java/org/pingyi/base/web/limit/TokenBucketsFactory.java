package org.pingyi.base.web.limit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;

import org.pingyi.base.web.workload.Workload;
import org.pingyi.base.web.workload.WorkloadDataSource;

import org.springframework.stereotype.Component;

/**
 * Makes buckets of tokens, each kind with a table and a few connections of its own;
 * Bucket4j keeps its rows by plain JDBC.
 */
@Component
public class TokenBucketsFactory {

	private final WorkloadDataSource pools;

	private final Clock clock;

	TokenBucketsFactory(DataSource pools, Clock clock) throws SQLException {
		this.pools = pools.unwrap(WorkloadDataSource.class);
		this.clock = clock;
	}

	/**
	 * Whoever asks closes them.
	 * @param workload whose limits hold for their connections, too
	 * @param table with the columns {@code id text}, {@code state bytea} and
	 * {@code expires_at bigint}
	 * @param most how many connections are open at most
	 * @param span after which an empty bucket is full again
	 */
	public TokenBuckets create(Workload workload, String table, int most, Duration span) {
		HikariConfig config = new HikariConfig();
		this.pools.of(workload).copyStateTo(config);
		config.setPoolName(table);
		config.setMaximumPoolSize(most);
		config.setMinimumIdle(0);
		config.setMetricRegistry(null);
		config.setMetricsTrackerFactory(null);
		return new TokenBuckets(config, table, span, this.clock);
	}

}
