package org.pingyi.base.message;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages of an hour, shared by all nodes. */
@PingyiTest
class SmsBudgetTests {

	private final SmsBudget budget;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	SmsBudgetTests(SmsBudget budget, TestClock clock, JdbcTemplate jdbc) {
		this.budget = budget;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@Test
	void holdsHoweverManyTakeAtOnce() throws Exception {
		this.jdbc.update("insert into message_sms_hour (hour, taken) values (?, ?)", Timestamp.from(TestClock.START),
				this.budget.perHour() - 5);
		Callable<Boolean> take = this.budget::take;
		int taken = 0;
		try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
			for (Future<Boolean> one : senders.invokeAll(Collections.nCopies(40, take))) {
				taken += one.get() ? 1 : 0;
			}
		}
		assertThat(taken).isEqualTo(5);
		assertThat(this.budget.left()).isZero();
	}

	@Test
	void beginsAnewWithEveryHour() {
		assertThat(this.budget.take()).isTrue();
		assertThat(this.budget.left()).isEqualTo(this.budget.perHour() - 1L);
		this.budget.giveBack();
		assertThat(this.budget.left()).isEqualTo(this.budget.perHour());
		this.budget.take();
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.budget.left()).isEqualTo(this.budget.perHour());
	}

}
