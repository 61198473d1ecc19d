package org.pingyi.base.message;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.limit.TooManyRequests;
import org.pingyi.intake.vote.VoteSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** Orders for codes between the answer and the gateway. */
@PingyiTest
class SmsSenderTests {

	private final SmsOrders orders;

	private final SmsSender sender;

	private final SmsBudget budget;

	private final SmsHours hours;

	private final SmsReports reports;

	private final ImmediateTasks tasks;

	private final VoteSamples samples;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	SmsSenderTests(SmsOrders orders, SmsSender sender, SmsBudget budget, SmsHours hours, SmsReports reports,
			ImmediateTasks tasks, VoteSamples samples, TestClock clock, JdbcTemplate jdbc) {
		this.orders = orders;
		this.sender = sender;
		this.budget = budget;
		this.hours = hours;
		this.reports = reports;
		this.tasks = tasks;
		this.samples = samples;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void waitWithTasks() {
		this.tasks.keepAll();
	}

	@AfterEach
	void runTasks() {
		this.tasks.runAll();
	}

	@Test
	void answersBeforeTheGatewayIsAsked() {
		this.samples.order(LI);
		assertThat(this.samples.messages()).isZero();
		this.tasks.runAll();
		assertThat(this.samples.messages()).isEqualTo(1);
	}

	@Test
	void keepsNoNumberInClearAndNothingAfterwards() {
		this.samples.order(LI);
		List<String> orders = this.jdbc
			.queryForList("select encode(sealed, 'escape') || sealed::text from message_order", String.class);
		assertThat(orders).singleElement().asString().doesNotContain(LI.digits(), LI.digits().substring(5));
		this.sender.sendAll();
		assertThat(this.jdbc.queryForObject("select count(*) from message_order", Long.class)).isZero();
	}

	@Test
	void sealsTheSameNumberDifferentlyEachTime() {
		this.samples.order(LI);
		this.samples.order(LI);
		assertThat(this.jdbc.queryForObject("select count(distinct sealed) from message_order", Long.class))
			.isEqualTo(2);
		assertThat(this.jdbc.queryForObject("select count(distinct length(sealed)) from message_order", Long.class))
			.isEqualTo(1);
	}

	@Test
	void sendsEachOrderOnceThoughManySendersRun() throws Exception {
		IntStream.range(0, 40).forEach((number) -> this.samples.order(new PhoneNumber("139%08d".formatted(number))));
		try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
			Callable<Object> run = Executors.callable(this.sender::sendAll);
			for (Future<Object> done : senders.invokeAll(java.util.Collections.nCopies(8, run))) {
				done.get();
			}
		}
		assertThat(this.jdbc.queryForObject("select count(distinct phone) from message_sms", Long.class)).isEqualTo(40);
		assertThat(this.jdbc.queryForObject("select count(*) from message_sms", Long.class)).isEqualTo(40);
		assertThat(report().hours().getFirst().sent()).isEqualTo(40);
	}

	@Test
	void dropsAnOrderThatCameTooLateAndCountsIt() {
		this.samples.order(LI);
		this.clock.advance(Duration.ofMinutes(6));
		this.sender.sendAll();
		assertThat(this.samples.messages()).isZero();
		assertThat(report().hours().getFirst().turnedAway()).isEqualTo(1);
	}

	@Test
	void dropsWhatItCannotOpenAndGoesOn() {
		this.jdbc.update("insert into message_order (sealed, ordered_at) values (?, now())", (Object) new byte[64]);
		this.samples.order(LI);
		this.sender.sendAll();
		assertThat(this.samples.messages()).isEqualTo(1);
		assertThat(this.jdbc.queryForObject("select count(*) from message_order", Long.class)).isZero();
	}

	@Test
	void dropsAnOrderOfAKindThatNobodyWritesAndGoesOn() {
		this.orders.add("nobody.any", LI, "", Locale.ENGLISH);
		this.samples.order(LI);
		this.sender.sendAll();
		assertThat(this.samples.messages()).isEqualTo(1);
		assertThat(this.jdbc.queryForObject("select count(*) from message_order", Long.class)).isZero();
	}

	@Test
	void refusesEverybodyAlikeOnceTheHourIsSpent() {
		spend();
		for (PhoneNumber phone : List.of(LI, VoteSamples.WANG)) {
			assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> this.samples.order(phone))
				.matches((refusal) -> refusal.key().equals("vote.limit.budget") && refusal.seconds() == 3600);
		}
		this.clock.advance(Duration.ofHours(1));
		this.samples.order(LI);
		this.sender.sendAll();
		assertThat(this.samples.messages()).isEqualTo(1);
	}

	@Test
	void countsWaitingOrdersAgainstTheHour() {
		this.jdbc.update("insert into message_sms_hour (hour, taken) values (?, ?)",
				java.sql.Timestamp.from(TestClock.START), this.budget.perHour() - 2);
		this.samples.order(LI);
		this.samples.order(VoteSamples.WANG);
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> this.samples.order(LI));
	}

	@Test
	void spendsNothingForAMessageThatIsNotDue() {
		this.samples.order(LI);
		this.samples.order(LI);
		this.sender.sendAll();
		assertThat(report().left()).isEqualTo(report().budget() - 1L);
	}

	@Test
	void tellsTheOfficeWhatFailedWithoutAnyNumber() {
		assertThat(report().troubled()).isFalse();
		this.hours.failed(SmsFailed.Kind.NO_ANSWER);
		this.hours.failed(SmsFailed.Kind.REFUSED);
		assertThat(report().troubled()).isTrue();
		assertThat(report().trouble()).extracting(SmsTrouble::kind).isEqualTo("REFUSED");
		assertThat(report().hours().getFirst()).extracting(SmsHour::failed, SmsHour::unsure).containsExactly(1, 1);
		this.clock.advance(Duration.ofHours(1));
		this.hours.sent();
		assertThat(report().troubled()).isFalse();
	}

	private void spend() {
		this.jdbc.update("insert into message_sms_hour (hour, taken) values (?, ?)",
				java.sql.Timestamp.from(TestClock.START), this.budget.perHour());
	}

	private SmsReport report() {
		return As.office(this.reports::now);
	}

}
