package org.pingyi.base.web.workload;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.pingyi.PingyiServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Each pool in turn has no connection left, and the others answer. */
@PingyiServerTest
class ExhaustedPoolsTests {

	private final WorkloadDataSource pools;

	private final SharedPool shared;

	private final City city;

	@LocalServerPort
	private int port;

	private City.People people;

	ExhaustedPoolsTests(DataSource pools, SharedPool shared, City city) throws SQLException {
		this.pools = pools.unwrap(WorkloadDataSource.class);
		this.shared = shared;
		this.city = city;
	}

	@BeforeEach
	void arrive() {
		this.people = this.city.people(this.port);
	}

	@AfterEach
	void leave() {
		this.people.close();
	}

	@ParameterizedTest
	@EnumSource
	void leavesTheOthersAnswering(Workload exhausted) {
		Set<Workload> others = EnumSet.complementOf(EnumSet.of(exhausted));
		try (Held held = new Held(exhausted)) {
			assertThat(held.connections()).isNotEmpty();
			if (exhausted != Workload.JOBS) {
				// These have patience, and nobody who waits for an answer.
				assertThat(this.people.act(exhausted)).isEqualTo(503);
			}
			assertThat(others).allSatisfy((other) -> assertThat(this.people.act(other)).isEqualTo(200));
		}
		assertThat(this.people.act(exhausted)).as("once they are back").isEqualTo(200);
	}

	/** The control: with one pool for all, everything waits for whoever took it. */
	@Test
	void wouldAnswerNobodyFromOnePool() {
		this.shared.during(() -> {
			try (Held held = new Held(Workload.PUBLIC)) {
				assertThat(held.connections()).isNotEmpty();
				assertThat(Workload.values())
					.allSatisfy((workload) -> assertThat(this.people.act(workload)).isEqualTo(503));
			}
		});
	}

	/** Whoever is signed in, too, whose session cannot be read. */
	@ParameterizedTest
	@EnumSource(names = { "PUBLIC", "STAFF" })
	void saysWhenToComeAgain(Workload exhausted) {
		try (Held held = new Held(exhausted)) {
			assertThat(held.connections()).isNotEmpty();
			HttpResponse<String> answer = (exhausted == Workload.STAFF) ? this.people.desk() : this.people.look();
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).contains("5");
			assertThat(answer.body()).contains("</html>");
		}
	}

	/** All connections of a pool, in somebody's hands. */
	private final class Held implements AutoCloseable {

		private final List<Connection> connections = new ArrayList<>();

		Held(Workload workload) {
			HikariDataSource pool = ExhaustedPoolsTests.this.pools.of(workload);
			try {
				while (this.connections.size() < pool.getMaximumPoolSize()) {
					this.connections.add(pool.getConnection());
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		List<Connection> connections() {
			return this.connections;
		}

		@Override
		public void close() {
			for (Connection connection : this.connections) {
				try {
					connection.close();
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}

	}

}
