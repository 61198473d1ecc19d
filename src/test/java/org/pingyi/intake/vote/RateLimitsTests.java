package org.pingyi.intake.vote;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Buckets that all nodes share. */
@PingyiTest
class RateLimitsTests {

	private static final String ADDRESS = "203.0.113.9";

	private final RateLimits limits;

	private final JdbcTemplate jdbc;

	RateLimitsTests(RateLimits limits, JdbcTemplate jdbc) {
		this.limits = limits;
		this.jdbc = jdbc;
	}

	@Test
	void holdsHoweverManyAskAtOnce() throws Exception {
		Callable<Boolean> ask = () -> {
			try {
				this.limits.plainCode(ADDRESS);
				return true;
			}
			catch (TooManyRequests refusal) {
				return false;
			}
		};
		int passed = 0;
		try (ExecutorService people = Executors.newFixedThreadPool(16)) {
			for (Future<Boolean> asked : people.invokeAll(Collections.nCopies(100, ask))) {
				passed += passed(asked) ? 1 : 0;
			}
		}
		assertThat(passed).isEqualTo(20);
	}

	@Test
	void storesNoAddressAndNoNumber() {
		this.limits.code(ADDRESS);
		this.limits.segment(VoteSamples.LI, "203.0.113.0");
		List<String> rows = this.jdbc.queryForList("select id || encode(state, 'escape') from vote_bucket",
				String.class);
		assertThat(rows).hasSize(3).noneMatch((row) -> row.contains(ADDRESS) || row.contains(VoteSamples.LI.segment()));
	}

	@Test
	void forgetsWhatIsFullAgain() {
		this.limits.code(ADDRESS);
		this.limits.sweep();
		assertThat(this.jdbc.queryForObject("select count(*) from vote_bucket", Long.class)).isEqualTo(1);
		// The library dates its rows by the machine's clock, whatever ours says.
		assertThat(this.jdbc.update("update vote_bucket set expires_at = expires_at - 7200000")).isEqualTo(1);
		this.limits.sweep();
		assertThat(this.jdbc.queryForObject("select count(*) from vote_bucket", Long.class)).isZero();
	}

	private static boolean passed(Future<Boolean> asked) throws InterruptedException, ExecutionException {
		return asked.get();
	}

}
