package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Sixty-four submissions in the same moment under one right: exactly one counts. */
@PingyiTest
class RightRaceTests {

	/** {@code ./mvnw -Pstorm} uses 200 rights. */
	private static final int ROUNDS = Integer.getInteger("storm.rights", 50);

	private static final int PARALLEL = 64;

	private final Ballots ballots;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private long cycle;

	private long unit;

	RightRaceTests(Ballots ballots, BallotSamples samples, CycleSamples cycles, UnitSamples units,
			Superuser superuser) {
		this.ballots = ballots;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened().id();
		this.unit = this.units.waterBureau().id();
	}

	@Test
	void countsOneOfManyDifferentForms() throws Exception {
		for (int round = 1; round <= ROUNDS; round++) {
			assertThat(acceptedOf(differentForms("phone:" + round))).isEqualTo(1);
		}
		assertThat(counted()).isEqualTo(ROUNDS);
		for (int round = 1; round <= ROUNDS; round++) {
			assertThat(acceptedOf(differentForms("phone:" + round).subList(0, 1))).isZero();
		}
	}

	@Test
	void givesOneReceiptToManyCopiesOfOneForm() throws Exception {
		for (int round = 1; round <= ROUNDS; round++) {
			Submission form = this.samples.submission(this.cycle, "ONLINE", this.unit, "phone:" + round, 1);
			assertThat(receiptsOf(IntStream.range(0, PARALLEL).mapToObj((copy) -> form).toList())).hasSize(1);
			assertThat(counted()).isEqualTo(round);
		}
	}

	/** The positive control: it is the key of the table that holds the promise. */
	@Test
	void countsSeveralWithoutTheKeyOfTheRights() throws Exception {
		this.jdbc.execute("alter table ballot_right drop constraint ballot_right_once");
		try {
			acceptedOf(differentForms("phone:a"));
			assertThat(counted()).isGreaterThan(1);
		}
		finally {
			this.jdbc.execute("truncate ballot_right");
			this.jdbc.execute(
					"alter table ballot_right add constraint ballot_right_once exclude using hash (right_hash with =)");
		}
	}

	private List<Submission> differentForms(String right) {
		return IntStream.range(0, PARALLEL)
			.mapToObj((copy) -> this.samples.submission(this.cycle, "ONLINE", this.unit, right, 1 + copy % 5))
			.toList();
	}

	private int acceptedOf(List<Submission> forms) throws Exception {
		AtomicInteger accepted = new AtomicInteger();
		receiptsOf(forms, accepted);
		return accepted.get();
	}

	private Set<Receipt> receiptsOf(List<Submission> forms) throws Exception {
		return receiptsOf(forms, new AtomicInteger());
	}

	private Set<Receipt> receiptsOf(List<Submission> forms, AtomicInteger accepted) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<List<Receipt>>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			forms.forEach((form) -> answers.add(threads.submit(() -> {
				start.await();
				return submit(form);
			})));
			start.countDown();
		}
		for (Future<List<Receipt>> answer : answers) {
			accepted.addAndGet(answer.get().size());
		}
		return answers.stream().flatMap((answer) -> answer.resultNow().stream()).collect(Collectors.toSet());
	}

	private List<Receipt> submit(Submission form) {
		try {
			return List.of(this.ballots.submit(form));
		}
		catch (RightUsed used) {
			return List.of();
		}
	}

	private long counted() {
		return this.ballots.counters(this.cycle).rights();
	}

}
