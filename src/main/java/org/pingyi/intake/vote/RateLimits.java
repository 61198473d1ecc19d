package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.TooManyRequests;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How often an address, a device or a number may ask, counted over all nodes. Bucket4j
 * keeps its rows by plain JDBC, over a few connections of its own: whoever presses here
 * cannot take those that ballots need.
 */
@Component
class RateLimits implements DisposableBean {

	private static final Duration SPAN = Duration.ofHours(1);

	private static final int CONNECTIONS = 4;

	private static final int SWEPT = 1000;

	private final HikariDataSource connections;

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	private final Pseudonyms pseudonyms;

	private final VoteSettings.Limit limit;

	RateLimits(DataSource main, Pseudonyms pseudonyms, VoteSettings settings, Clock clock)
			throws java.sql.SQLException {
		this.connections = few(main.unwrap(HikariDataSource.class));
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(this.connections)
			.table("vote_bucket")
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.clientClock(meter(clock))
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SPAN))
			.build();
		this.pseudonyms = pseudonyms;
		this.limit = settings.limits();
	}

	/**
	 * @throws TooManyRequests {@code vote.limit.address}
	 */
	void code(String address) {
		take("codes", address, this.limit.codesPerAddress(), "vote.limit.address");
	}

	/** A code asked for without proof of work. */
	void plainCode(String address) {
		take("plain", address, this.limit.plainPerAddress(), "vote.limit.plain");
		take("plain", "all", this.limit.plainInAll(), "vote.limit.plain");
	}

	void pass(String address, String device) {
		take("passes", address, this.limit.passesPerAddress(), "vote.limit.address");
		if (!device.isEmpty()) {
			take("device", device, this.limit.passesPerDevice(), "vote.limit.device");
		}
	}

	/** Tries with one number, whether anybody has it or not. */
	void number(PhoneNumber phone) {
		take("number", phone.digits(), this.limit.passesPerNumber(), "vote.limit.number");
	}

	void receipt(String address) {
		take("receipts", address, this.limit.receiptsPerAddress(), "vote.limit.address");
	}

	/**
	 * Counts a challenge; nothing is refused for that.
	 * @return how much of its hour the address has used, in percent
	 */
	int challenge(String address) {
		int most = this.limit.challengesPerAddress();
		ConsumptionProbe probe = bucket("challenges", address, most).tryConsumeAndReturnRemaining(1);
		return (int) (100 * (most - probe.getRemainingTokens()) / most);
	}

	/** Forgets what is full again. */
	void sweep() {
		while (this.buckets.removeExpired(SWEPT) == SWEPT) {
			Thread.onSpinWait();
		}
	}

	@Override
	public void destroy() {
		this.connections.close();
	}

	private void take(String purpose, String subject, int most, String key) {
		ConsumptionProbe probe = bucket(purpose, subject, most).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()), key);
		}
	}

	private Bucket bucket(String purpose, String subject, int most) {
		String id = this.pseudonyms.of("vote.limit", purpose + ":" + subject);
		return this.buckets.getProxy(id,
				() -> BucketConfiguration.builder()
					.addLimit((bandwidth) -> bandwidth.capacity(most).refillGreedy(most, SPAN))
					.build());
	}

	private static HikariDataSource few(HikariDataSource main) {
		HikariConfig config = new HikariConfig();
		main.copyStateTo(config);
		config.setPoolName("vote-limits");
		config.setMaximumPoolSize(CONNECTIONS);
		config.setMinimumIdle(0);
		config.setMetricRegistry(null);
		config.setMetricsTrackerFactory(null);
		return new HikariDataSource(config);
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
