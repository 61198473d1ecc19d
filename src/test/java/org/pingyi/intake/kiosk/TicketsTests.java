package org.pingyi.intake.kiosk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One service, one ticket, one form. */
@PingyiTest
class TicketsTests {

	private static final String KEY = "0123456789abcdef";

	private final Tickets tickets;

	private final Kiosks kiosks;

	private final KioskSamples samples;

	private final CycleSamples cycles;

	private final Ballots ballots;

	private final JdbcTemplate jdbc;

	private final TestClock clock;

	TicketsTests(Tickets tickets, Kiosks kiosks, KioskSamples samples, CycleSamples cycles, Ballots ballots,
			JdbcTemplate jdbc, TestClock clock) {
		this.tickets = tickets;
		this.kiosks = kiosks;
		this.samples = samples;
		this.cycles = cycles;
		this.ballots = ballots;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Test
	void takesOneFormForOneTicket() {
		Cycle cycle = this.cycles.opened();
		String ticket = this.tickets.issue(this.samples.tabletOfWaterBureau(), false);
		WindowAnswers answers = this.samples.answers(ticket, 1);
		WindowAnswers others = this.samples.answers(ticket, 5);
		Receipt receipt = this.tickets.submit(ticket, KEY, answers);
		assertThat(this.tickets.submit(ticket, KEY, answers)).isEqualTo(receipt);
		refused("ballot.rightUsed", () -> this.tickets.submit(ticket, KEY, others));
		refused("kiosk.ticketUsed", () -> this.tickets.form(ticket));
		assertThat(this.ballots.counters(cycle.id()).rights()).isOne();
	}

	@Test
	void countsFormsOfATabletByDayOnly() {
		this.cycles.opened();
		String device = this.samples.tabletOfWaterBureau();
		this.samples.rate(device, 1);
		this.samples.rate(device, 2);
		assertThat(As.office(this.kiosks::all)).singleElement().satisfies((tablet) -> {
			assertThat(tablet.forms()).isEqualTo(2);
			assertThat(tablet.lastUsedOn()).isEqualTo(LocalDate.of(2026, 11, 2));
		});
	}

	@Test
	void forgetsTheHourOfAUsedTicketAndStoresNoSecret() {
		this.cycles.opened();
		String device = this.samples.tabletOfWaterBureau();
		String unused = this.tickets.issue(device, false);
		assertThat(hours()).isEqualTo(1);
		this.samples.rate(device, 1);
		assertThat(hours()).isEqualTo(1);
		assertThat(this.jdbc.queryForList("select t::text from kiosk_ticket t union select t::text from kiosk_tablet t",
				String.class))
			.hasSize(3)
			.noneMatch((row) -> row.contains(unused) || row.contains(device));
	}

	@Test
	void holdsATicketHalfAnHourOnTheTabletAndADayOnAPhone() {
		this.cycles.opened();
		String device = this.samples.tabletOfWaterBureau();
		String onTablet = this.tickets.issue(device, false);
		String onPhone = this.tickets.issue(device, true);
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(this.tickets.form(onTablet).ownPhone()).isFalse();
		this.clock.advance(Duration.ofSeconds(1));
		refused("kiosk.ticketExpired", () -> this.tickets.form(onTablet));
		assertThat(this.tickets.form(onPhone).ownPhone()).isTrue();
		this.clock.advance(Duration.ofHours(24));
		refused("kiosk.ticketExpired", () -> this.tickets.form(onPhone));
	}

	@Test
	void refusesForeignTicketsAndDevices() {
		this.cycles.opened();
		refused("kiosk.ticketUnknown", () -> this.tickets.form("0".repeat(32)));
		refused("kiosk.noDevice", () -> this.tickets.issue("0".repeat(32), false));
	}

	@Test
	void takesNothingThroughARevokedTablet() {
		this.cycles.opened();
		String device = this.samples.tabletOfWaterBureau();
		String ticket = this.tickets.issue(device, true);
		long tablet = As.office(this.kiosks::all).getFirst().id();
		As.office(() -> {
			this.kiosks.revoke(tablet);
			return true;
		});
		refused("kiosk.noDevice", () -> this.tickets.issue(device, false));
		refused("kiosk.ticketExpired", () -> this.tickets.form(ticket));
	}

	@Test
	void takesNothingOutsideTheOpenCycle() {
		Cycle cycle = this.cycles.announced();
		String device = this.samples.tabletOfWaterBureau();
		refused("kiosk.notOpen", () -> this.tickets.issue(device, false));
		this.cycles.open(cycle);
		String ticket = this.tickets.issue(device, true);
		WindowAnswers answers = this.samples.answers(ticket, 1);
		this.clock.moveTo(LocalDate.of(2026, 11, 2));
		this.cycles.close(cycle);
		this.clock.moveTo(LocalDate.of(2026, 11, 2));
		refused("kiosk.notOpen", () -> this.tickets.submit(ticket, KEY, answers));
		assertThat(this.ballots.counters(cycle.id()).rights()).isZero();
	}

	@Test
	void pairsOneDeviceWithOneLink() {
		Pairing pairing = this.samples.registered("SWJ");
		String device = this.kiosks.pair(pairing.token());
		assertThat(this.kiosks.tablet(device))
			.hasValueSatisfying((tablet) -> assertThat(tablet.state()).isEqualTo(Tablet.State.PAIRED));
		refused("kiosk.pairingGone", () -> this.kiosks.pair(pairing.token()));
		Pairing renewed = As.office(() -> this.kiosks.renewPairing(pairing.tablet()));
		assertThat(this.kiosks.tablet(device)).isEmpty();
		this.clock.advance(Duration.ofHours(25));
		refused("kiosk.pairingGone", () -> this.kiosks.pair(renewed.token()));
	}

	@Test
	void pairsOneOfManyDevicesThatOpenTheLinkAtOnce() {
		Pairing pairing = this.samples.registered("SWJ");
		long paired = IntStream.range(0, 8)
			.mapToObj((index) -> CompletableFuture.supplyAsync(() -> pairs(pairing.token())))
			.toList()
			.stream()
			.filter(CompletableFuture::join)
			.count();
		assertThat(paired).isEqualTo(1);
	}

	@Test
	void countsAFormOnceHoweverOftenItIsSentAtOnce() {
		Cycle cycle = this.cycles.opened();
		String ticket = this.tickets.issue(this.samples.tabletOfWaterBureau(), false);
		WindowAnswers answers = this.samples.answers(ticket, 1);
		List<Receipt> receipts = IntStream.range(0, 8)
			.mapToObj((index) -> CompletableFuture.supplyAsync(() -> this.tickets.submit(ticket, KEY, answers)))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.distinct()
			.toList();
		assertThat(receipts).hasSize(1);
		assertThat(As.office(this.kiosks::all)).singleElement().extracting(Tablet::forms).isEqualTo(1L);
		assertThat(this.ballots.counters(cycle.id()).rights()).isOne();
	}

	@Test
	void registersTabletsOnlyWhereThereAreWindows() {
		refused("kiosk.noWindow", () -> this.samples.registered("JYJ"));
	}

	private boolean pairs(String token) {
		try {
			return !this.kiosks.pair(token).isEmpty();
		}
		catch (Refusal refusal) {
			return false;
		}
	}

	private long hours() {
		return this.jdbc.queryForObject("select count(*) from kiosk_ticket where valid_until is not null", Long.class);
	}

	private static void refused(String key, Runnable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).extracting(Refusal::key).isEqualTo(key);
	}

}
