package org.pingyi.base.web.upload;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** However many files come at once, one thread of the machine reads them. */
class FileReadingTests {

	private static final int FILES = 32;

	private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

	private final AtomicInteger reading = new AtomicInteger();

	private final AtomicInteger mostAtOnce = new AtomicInteger();

	@Test
	void readsOneFileAfterTheOtherOutsideTheRequests() throws Exception {
		readAtOnce(() -> FileReading.next(this::read));
		assertThat(this.readers).hasSize(1).noneMatch(Thread::isVirtual);
		assertThat(this.mostAtOnce).hasValue(1);
	}

	/** The positive control: read by the requests themselves. */
	@Test
	void noticesFilesThatTheRequestsRead() throws Exception {
		readAtOnce(this::read);
		assertThat(this.readers).hasSizeGreaterThan(1).allMatch(Thread::isVirtual);
	}

	/** Nobody keeps the queue from others by many files. */
	@Test
	void readsOneFileOfAPersonAtOnce() {
		As.office(() -> FileReading.next(() -> {
			refused("office1", "web.sheet.busy");
			return true;
		}));
		assertThat(As.office(() -> FileReading.next(() -> "the next one"))).isEqualTo("the next one");
	}

	private static void refused(String person, String key) {
		As.as(person, () -> {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> FileReading.next(() -> true))
				.returns(key, Refusal::key)
				.returns(HttpStatus.SERVICE_UNAVAILABLE, Refusal::status);
			return true;
		}, "ROLE_OFFICE");
	}

	@Test
	void handsTheRefusalOn() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> FileReading.next(() -> {
			throw Refusal.invalid("web.sheet.empty");
		})).matches((refusal) -> refusal.key().equals("web.sheet.empty"));
	}

	private void readAtOnce(Supplier<Integer> file) throws Exception {
		try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = IntStream.range(0, FILES)
				.mapToObj((request) -> requests.submit(file::get))
				.toList();
			for (Future<Integer> answer : answers) {
				assertThat(answer.get()).isEqualTo(FILES);
			}
		}
	}

	private int read() {
		this.mostAtOnce.accumulateAndGet(this.reading.incrementAndGet(), Math::max);
		this.readers.add(Thread.currentThread());
		Thread.yield();
		this.reading.decrementAndGet();
		return FILES;
	}

}
