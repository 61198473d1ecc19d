package org.pingyi.intake.ballot.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cuts connections on which the database has said nothing for too long: it is frozen, or
 * was cut off without a word. Whoever waits is told then, as when it is away; what it did
 * meanwhile is settled by their retry. A time limit on every read would do the same, but
 * slows the writers down.
 */
@Component
public class StalledConnectionWatchdog {

	/** The page itself gives up after 20 seconds, and then cannot say why. */
	public static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final Logger log = LoggerFactory.getLogger(StalledConnectionWatchdog.class);

	/** Since when each is waiting for an answer, in nanoseconds. */
	private final Map<Connection, Long> since = new ConcurrentHashMap<>();

	private final LongSupplier nanos;

	@Autowired
	public StalledConnectionWatchdog() {
		this(System::nanoTime);
	}

	public StalledConnectionWatchdog(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/** Ends the watch over a connection: the database has answered. */
	@FunctionalInterface
	public interface Watched extends AutoCloseable {

		@Override
		void close();

	}

	/**
	 * Watches over a connection on which a statement is about to be sent, and over the
	 * end of the transaction that it belongs to.
	 */
	public Watched over(Connection connection) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new End(connection));
		}
		begin(connection);
		return () -> end(connection);
	}

	/** The commit, which the database may leave without an answer just as well. */
	private final class End implements TransactionSynchronization {

		private final Connection connection;

		End(Connection connection) {
			this.connection = connection;
		}

		@Override
		public void beforeCompletion() {
			begin(this.connection);
		}

		@Override
		public void afterCompletion(int status) {
			end(this.connection);
		}

	}

	private void begin(Connection connection) {
		this.since.put(connection, this.nanos.getAsLong());
	}

	private void end(Connection connection) {
		this.since.remove(connection);
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	public void cutWhatIsSilent() {
		long now = this.nanos.getAsLong();
		this.since.forEach((connection, start) -> {
			if (now - start > PATIENCE.toNanos()) {
				cut(connection);
			}
		});
	}

	private static void cut(Connection connection) {
		log.warn("The database has not answered a statement with ballots for {}; cutting the connection", PATIENCE);
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			log.warn("A silent connection could not be cut", ex);
		}
	}

}
