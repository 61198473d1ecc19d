package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.PingyiSecondTest;
import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.SmsBudget;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who asks for many codes leaves some to the others; a school and a village get theirs.
 */
@PingyiSecondTest
class BudgetSharesTests {

	private final RateLimits limits;

	private final SmsBudget budget;

	private final Clock clock;

	private final JdbcTemplate jdbc;

	private final BudgetShares shares;

	BudgetSharesTests(RateLimits limits, SmsBudget budget, BudgetShares shares, Clock clock, JdbcTemplate jdbc) {
		this.limits = limits;
		this.budget = budget;
		this.clock = clock;
		this.jdbc = jdbc;
		this.shares = shares;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# who                                   | networks | people of each | segments
			a school behind one address             |        1 |            300 |       60
			a village with numbers of one segment   |      100 |              3 |        1
			three carriers that share few addresses |        3 |            350 |      200
			an office at noon                       |        1 |             40 |       40
			""")
	void servesWhoeverIsHonest(String who, int networks, int people, int segments) {
		long served = IntStream.range(0, networks * people)
			.filter((person) -> asks(this.shares, "198.51." + person % networks + ".0", number(person, segments)))
			.count();
		assertThat(served).as(who).isEqualTo((long) networks * people);
	}

	@Test
	void leavesAThirdToOthersHoweverFiveNetworksPress() {
		assertThat(pressed(this.shares)).isBetween(380L, 404L);
		assertThat(IntStream.range(0, 100).filter(newcomers(this.shares)).count()).isEqualTo(100);
	}

	/** The same attack with the share turned off. */
	@Test
	void wouldLeaveNothingWithoutShares() {
		BudgetShares off = new BudgetShares(this.limits, this.budget, settings(100), this.clock);
		assertThat(pressed(off)).isEqualTo(600);
		assertThat(IntStream.range(0, 100).filter(newcomers(off)).count()).isZero();
	}

	@Test
	void boundsWhatIsSentToOneSegment() {
		long sent = IntStream.range(0, 450)
			.filter((person) -> passes(() -> this.limits.segment(number(person, 1), "198.51." + person + ".0")))
			.count();
		assertThat(sent).isEqualTo(400);
		assertThat(passes(() -> this.limits.segment(VoteSamples.LI, "198.51.1.0"))).isTrue();
	}

	/** However often it asks, for one number or for many. */
	@Test
	void leavesThreeQuartersOfASegmentToOtherNetworks() {
		long sent = IntStream.range(0, 450)
			.filter((time) -> passes(() -> this.limits.segment(number(1, 1), "198.51.1.0")))
			.count();
		assertThat(sent).isEqualTo(100);
		assertThat(IntStream.range(0, 300)
			.filter((person) -> passes(() -> this.limits.segment(number(person, 1), "192.0." + person + ".0")))
			.count()).isEqualTo(300);
	}

	/**
	 * Five networks ask for 140 codes each, in turn, where 600 of 3,000 are left; how
	 * many they get.
	 */
	private long pressed(BudgetShares with) {
		sent(2400);
		return IntStream.range(0, 5 * 140)
			.filter((time) -> asks(with, "203.0." + time / 140 + ".0", number(time, 1000)))
			.count();
	}

	private IntPredicate newcomers(BudgetShares with) {
		return (person) -> asks(with, "192.0." + person + ".0", number(person, 100));
	}

	/** As {@link Entrance#order} does; what goes out is counted as the sender would. */
	private boolean asks(BudgetShares with, String network, PhoneNumber phone) {
		boolean sent = passes(() -> {
			this.limits.segment(phone, network);
			with.take(network);
		}) && this.budget.left() > 0;
		if (sent) {
			sent(1);
		}
		return sent;
	}

	private void sent(int messages) {
		Instant hour = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		this.jdbc.update("""
				insert into message_sms_hour as known (hour, taken) values (?, ?)
				on conflict (hour) do update set taken = known.taken + excluded.taken""",
				OffsetDateTime.ofInstant(hour, ZoneOffset.UTC), messages);
	}

	private static boolean passes(Runnable limit) {
		try {
			limit.run();
			return true;
		}
		catch (TooManyRequests refusal) {
			return false;
		}
	}

	private static PhoneNumber number(int person, int segments) {
		return PhoneNumber.read("138%04d%04d".formatted(1000 + person % segments, person % 10_000)).orElseThrow();
	}

	private static VoteSettings settings(int share) {
		return new VoteSettings(Set.of(Way.PHONE), 3, new VoteSettings.Limit(0, 0, 0, 0, 0, 0, 0, 0, share),
				new VoteSettings.Work(1, 1, java.time.Duration.ofMinutes(1)));
	}

}
