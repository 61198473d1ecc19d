package org.pingyi.base.web.workload;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Takes connections from the pool of what the thread works for.
 */
public final class WorkloadDataSource extends AbstractRoutingDataSource implements AutoCloseable {

	private final Map<Workload, HikariDataSource> pools = new EnumMap<>(Workload.class);

	/**
	 * @param usual says how to connect; it opens nothing itself
	 */
	WorkloadDataSource(HikariConfig usual, PoolSettings settings) {
		for (Workload workload : Workload.values()) {
			this.pools.put(workload, pool(workload, usual, settings.of(workload)));
		}
		setTargetDataSources(Map.copyOf(this.pools));
		setLenientFallback(false);
		afterPropertiesSet();
	}

	private static ConnectionPool pool(Workload workload, HikariConfig usual, PoolSettings.Pool settings) {
		HikariConfig config = new HikariConfig();
		usual.copyStateTo(config);
		config.setPoolName(workload.name().toLowerCase(Locale.ROOT));
		config.setMaximumPoolSize(settings.size());
		config.setMinimumIdle(settings.idle());
		config.setConnectionTimeout(settings.patience().toMillis());
		config.setConnectionInitSql(settings.limits());
		return new ConnectionPool(config, settings.waiting());
	}

	@Override
	protected Object determineCurrentLookupKey() {
		return Workload.current();
	}

	/** The connections of one kind of work. */
	public HikariDataSource of(Workload workload) {
		return Objects.requireNonNull(this.pools.get(workload));
	}

	/** How many connections the pools have at most, all together. */
	public int most() {
		return this.pools.values().stream().mapToInt(HikariDataSource::getMaximumPoolSize).sum();
	}

	@Override
	public void close() {
		this.pools.values().forEach(HikariDataSource::close);
	}

	/**
	 * Whoever asks for what lies beneath wants to know how to connect, as migrations do.
	 */
	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		return type.isInstance(this) && !type.isInterface() ? type.cast(this) : of(Workload.JOBS).unwrap(type);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return type.isInstance(this) || of(Workload.JOBS).isWrapperFor(type);
	}

}
