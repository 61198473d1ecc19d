package org.pingyi.base.web.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

/**
 * Buckets of tokens in one table, counted over all nodes. Their few connections are their
 * own: whoever presses here cannot take those that ballots need.
 */
public final class TokenBuckets implements AutoCloseable {

	private static final int SWEPT = 1000;

	private final HikariDataSource connections;

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	private final Duration span;

	TokenBuckets(HikariConfig connections, String table, Duration span, Clock clock) {
		this.connections = new HikariDataSource(connections);
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(this.connections)
			.table(table)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.clientClock(meter(clock))
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(span))
			.build();
		this.span = span;
	}

	/**
	 * A bucket that holds so many tokens when full, and is full again after a span.
	 * @param id tells neither who nor where: a keyed hash
	 */
	public Bucket of(String id, int most) {
		return this.buckets.getProxy(id,
				() -> BucketConfiguration.builder()
					.addLimit((bandwidth) -> bandwidth.capacity(most).refillGreedy(most, this.span))
					.build());
	}

	/** Forgets what is full again. */
	public void sweep() {
		while (this.buckets.removeExpired(SWEPT) == SWEPT) {
			Thread.onSpinWait();
		}
	}

	@Override
	public void close() {
		this.connections.close();
	}

	private static TimeMeter meter(Clock clock) {
		return new TimeMeter() {

			@Override
			public long currentTimeNanos() {
				return TimeUnit.MILLISECONDS.toNanos(clock.millis());
			}

			@Override
			public boolean isWallClockBased() {
				return true;
			}

		};
	}

}
