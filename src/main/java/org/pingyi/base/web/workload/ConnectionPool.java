package org.pingyi.base.web.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A few connections, and a short queue for them: whoever finds it full is refused at
 * once, and holds neither a thread nor a page in memory.
 */
final class ConnectionPool extends HikariDataSource {

	private final int mostWaiting;

	ConnectionPool(HikariConfig config, int mostWaiting) {
		super(config);
		this.mostWaiting = mostWaiting;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (getHikariPoolMXBean().getThreadsAwaitingConnection() >= this.mostWaiting) {
			throw new SQLTransientConnectionException(getPoolName() + " - too many wait for a connection");
		}
		return super.getConnection();
	}

}
