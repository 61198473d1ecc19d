package org.pingyi.base.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.pingyi.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What takes long to compute is computed once a minute at most. */
class MinuteCacheTests {

	private final TestClock clock = new TestClock();

	private final MinuteCache<String, String> board = new MinuteCache<>(this.clock);

	private final AtomicInteger drawn = new AtomicInteger();

	private String ask(String about) {
		return this.board.of(about, (one) -> one + " " + this.drawn.incrementAndGet());
	}

	@Test
	void computesOnceAMinute() {
		assertThat(ask("2026")).isEqualTo("2026 1");
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(ask("2026")).isEqualTo("2026 1");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(ask("2026")).isEqualTo("2026 2");
	}

	@Test
	void keepsOneApartFromAnother() {
		assertThat(ask("2025")).isEqualTo("2025 1");
		assertThat(ask("2026")).isEqualTo("2026 2");
		assertThat(ask("2025")).isEqualTo("2025 1");
	}

	@Test
	void startsAnewWhenCleared() {
		ask("2026");
		this.board.clear();
		assertThat(ask("2026")).isEqualTo("2026 2");
	}

	@Test
	void keepsNoFailure() {
		assertThatIllegalStateException().isThrownBy(() -> this.board.of("2026", (one) -> {
			throw new IllegalStateException();
		}));
		assertThat(ask("2026")).isEqualTo("2026 1");
	}

}
