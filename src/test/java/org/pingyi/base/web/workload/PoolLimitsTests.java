package org.pingyi.base.web.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.pingyi.PingyiTest;
import org.pingyi.base.web.Outage;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the connections of each kind of work may take, in number and in time. */
@PingyiTest
class PoolLimitsTests {

	private static final String LIMITS = """
			select name, setting from pg_settings where name in
				('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')""";

	private final WorkloadDataSource pools;

	private final PoolSettings settings;

	PoolLimitsTests(DataSource pools, PoolSettings settings) throws SQLException {
		this.pools = pools.unwrap(WorkloadDataSource.class);
		this.settings = settings;
	}

	@ParameterizedTest
	@EnumSource
	void haveTheTimeLimitsOfTheirWork(Workload workload) {
		Map<String, String> limits = new TreeMap<>();
		workload.run(() -> new JdbcTemplate(this.pools).query(LIMITS, (row) -> {
			limits.put(row.getString(1), row.getString(2));
		}));
		PoolSettings.Pool expected = this.settings.of(workload);
		assertThat(limits).isEqualTo(Map.of("statement_timeout", millis(expected.statementTimeout()),
				"idle_in_transaction_session_timeout", millis(expected.idleInTransactionSessionTimeout()),
				"transaction_timeout", millis(expected.transactionTimeout())));
	}

	private static String millis(Duration limit) {
		return String.valueOf(limit.toMillis());
	}

	/** Who waits in vain for a statement comes again; the control has the time. */
	@Test
	void tellsOfATimeLimitAsOfAnOutage() throws SQLException {
		try (Connection connection = this.pools.of(Workload.PUBLIC).getConnection()) {
			JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			jdbc.execute("select pg_sleep(0.02)");
			jdbc.execute("set statement_timeout = 10");
			DataAccessException late = catchThrowableOfType(DataAccessException.class,
					() -> jdbc.execute("select pg_sleep(10)"));
			jdbc.execute("set statement_timeout = '10s'");
			assertThat(late).matches(Outage::causes);
		}
	}

	/** A queue of nobody, and one of somebody. */
	@Test
	void refusesAtOnceWhomTheQueueHasNoRoomFor() throws SQLException {
		HikariConfig usual = new HikariConfig();
		this.pools.of(Workload.JOBS).copyStateTo(usual);
		usual.setMaximumPoolSize(1);
		usual.setConnectionTimeout(250);
		try (HikariDataSource full = new ConnectionPool(usual, 0)) {
			assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(full::getConnection)
				.withMessageContaining("too many");
		}
	}

}
