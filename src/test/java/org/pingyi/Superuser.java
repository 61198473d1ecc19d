package org.pingyi;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever may do everything in the database: for tests that alter what the application's
 * role may not, and that need no more than a statement, or a transaction in which the
 * application itself works on what was altered.
 */
public final class Superuser implements BeanPostProcessor, AutoCloseable {

	private final ThreadLocal<Boolean> acting = ThreadLocal.withInitial(() -> false);

	private final HikariDataSource own;

	private final ObjectProvider<PlatformTransactionManager> transactions;

	private final ObjectProvider<DataSource> application;

	Superuser(String url, String user, String password, ObjectProvider<DataSource> application,
			ObjectProvider<PlatformTransactionManager> transactions) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setUsername(user);
		config.setPassword(password);
		config.setMinimumIdle(0);
		config.setInitializationFailTimeout(-1);
		this.own = new HikariDataSource(config);
		this.application = application;
		this.transactions = transactions;
	}

	/** Statements of its own; within {@link #transactions()} they take part. */
	public JdbcTemplate jdbc() {
		return new Statements(this.own);
	}

	/** Within them whatever the thread does, the application too, is a superuser's. */
	public TransactionTemplate transactions() {
		return new Transactions(this.transactions.getObject());
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && name.equals("dataSource")) ? new Shared(source) : bean;
	}

	@Override
	public void close() {
		this.own.close();
	}

	/**
	 * The application's connections, and instead of them the superuser's where it acts.
	 */
	private final class Shared extends DelegatingDataSource {

		Shared(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return Superuser.this.acting.get() ? Superuser.this.own.getConnection() : super.getConnection();
		}

	}

	private final class Statements extends JdbcTemplate {

		Statements(DataSource own) {
			super(own);
		}

		@Override
		public @Nullable DataSource getDataSource() {
			return Superuser.this.acting.get() ? Superuser.this.application.getObject() : super.getDataSource();
		}

	}

	private final class Transactions extends TransactionTemplate {

		Transactions(PlatformTransactionManager manager) {
			super(manager);
			setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		}

		@Override
		public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
			Superuser.this.acting.set(true);
			try {
				return super.execute(action);
			}
			finally {
				Superuser.this.acting.set(false);
			}
		}

	}

}
