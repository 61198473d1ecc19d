package org.pingyi.intake.kiosk;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a superuser's SQL makes of tablets and tickets: nothing that asks about a unit.
 */
@PingyiTest
class AlteredKiosksTests {

	private static final String MOVED = "update kiosk_tablet set unit_id = (select id from unit_unit where code = 'GAJ')";

	private final Kiosks kiosks;

	private final Tickets tickets;

	private final KioskSeals seals;

	private final KioskSamples samples;

	private final CycleSamples cycles;

	private final TransactionTemplate transactions;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	private String device;

	private String ticket;

	AlteredKiosksTests(Kiosks kiosks, Tickets tickets, KioskSeals seals, KioskSamples samples, CycleSamples cycles,
			TransactionTemplate transactions, Superuser superuser) {
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.seals = seals;
		this.samples = samples;
		this.cycles = cycles;
		this.transactions = transactions;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void issue() {
		this.cycle = this.cycles.opened();
		this.device = this.samples.tabletOfWaterBureau();
		this.ticket = this.tickets.issue(this.device, true);
	}

	private List<String> told() {
		return this.jdbc.queryForList(
				"select subject || ' ' || detail from audit_entry where act = 'kiosk.altered' order by id",
				String.class);
	}

	private void refused(String key, Runnable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).returns(key, Refusal::key);
	}

	@ParameterizedTest
	@ValueSource(strings = { MOVED, "update kiosk_tablet set window_name = '1号窗口'",
			"update kiosk_tablet set seal = null", "update kiosk_tablet set seal = sha256('x')" })
	void asksAboutNobodyOnAnAlteredTablet(String sql) {
		assertThat(this.tickets.form(this.ticket).unit().code()).as("before").isEqualTo("SWJ");
		this.jdbc.update(sql);
		refused("kiosk.noDevice", () -> this.tickets.issue(this.device, false));
		refused("kiosk.altered", () -> this.tickets.form(this.ticket));
		refused("kiosk.altered", () -> this.samples.rate(this.ticket));
		refused("kiosk.altered", () -> As.office(() -> this.kiosks.renewPairing(1)));
		assertThat(told()).hasSize(4).containsOnly("tablet:1 ");
		assertThat(this.seals.altered()).containsExactly("tablet:1");
	}

	/** The control: with a seal of ours over it, the tablet asks about the other unit. */
	@Test
	void sealsThoseFromBeforeOnce() {
		this.jdbc.update("update kiosk_tablet set seal = null");
		this.jdbc.update("update kiosk_ticket set seal = null");
		this.jdbc.update(MOVED);
		sealAgain();
		assertThat(this.tickets.form(this.ticket).unit().code()).isEqualTo("GAJ");
		assertThat(this.tickets.issue(this.device, false)).isNotEmpty();
		this.jdbc.update("update kiosk_tablet set window_name = '1号窗口'");
		sealAgain();
		refused("kiosk.altered", () -> this.tickets.form(this.ticket));
		assertThat(this.jdbc.queryForList("select * from kiosk_unsealed union all select 1 from kiosk_unsealed_ticket"))
			.isEmpty();
	}

	private void sealAgain() {
		this.jdbc.update("insert into kiosk_unsealed select id from kiosk_tablet");
		this.jdbc.update("insert into kiosk_unsealed_ticket select ticket_hash from kiosk_ticket");
		this.transactions.executeWithoutResult((status) -> this.seals.sealOnce());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tablet_id = 2", "cycle_id = 77", "own_phone = false", "issued_on = issued_on - 1",
			"valid_until = valid_until + interval '9 days'", "used = true", "seal = null" })
	void opensNoAlteredTicket(String altered) {
		this.samples.tablet("GAJ");
		this.jdbc.update("update kiosk_ticket set " + altered);
		refused("kiosk.altered", () -> this.tickets.form(this.ticket));
		refused("kiosk.altered", () -> this.samples.rate(this.ticket));
		assertThat(told()).hasSize(2).allMatch((entry) -> entry.endsWith(" 1"));
	}

	@Test
	void opensNoTicketThatIsResetToUnused() {
		this.samples.rate(this.ticket);
		refused("kiosk.ticketUsed", () -> this.tickets.form(this.ticket));
		this.jdbc.update("update kiosk_ticket set used = false, valid_until = now() + interval '9 days'");
		refused("kiosk.altered", () -> this.tickets.form(this.ticket));
	}

	@Test
	void bringsNoTabletBackThatWasTakenOutOfService() {
		String hash = this.jdbc.queryForObject("select device_hash from kiosk_tablet", String.class);
		revoke();
		this.jdbc.update("update kiosk_tablet set revoked = false, device_hash = ?", hash);
		refused("kiosk.noDevice", () -> this.tickets.issue(this.device, false));
	}

	private void revoke() {
		As.office(() -> {
			this.kiosks.revoke(1);
			return true;
		});
	}

	/** Its tickets are not those of the unit that it was given. */
	@Test
	void leavesAnAlteredOneUnsealedThatIsTakenOutOfService() {
		this.jdbc.update(MOVED);
		revoke();
		assertThat(this.jdbc.queryForObject("select revoked from kiosk_tablet", Boolean.class)).isTrue();
		assertThat(this.seals.altered()).containsExactly("tablet:1");
	}

	/** Nobody uses those that were put there to be silent. */
	@Test
	void namesAtTheCloseWhatWasAlteredOrAdded() {
		this.tickets.issue(this.samples.tablet("GAJ"), false);
		this.jdbc.update("update kiosk_tablet set unit_id = 77 where id = 2");
		this.jdbc.update("insert into kiosk_ticket select 'x' || number, cycle_id, tablet_id, own_phone, issued_on,"
				+ " valid_until, used, seal from kiosk_ticket, generate_series(1, 3) number where tablet_id = 1");
		this.cycles.close(this.cycle);
		assertThat(told()).containsExactly("tablet:2 ", "tablet:1 3");
	}

	@Test
	void keepsSealedWhateverActsMakeOfThem() {
		this.samples.rate(this.ticket);
		this.tickets.issue(this.device, false);
		String renewed = this.kiosks.pair(As.office(() -> this.kiosks.renewPairing(1)).token());
		this.samples.rate(this.tickets.issue(renewed, false));
		this.samples.registered("GAJ");
		this.samples.tablet("SWJ");
		revoke();
		this.cycles.close(this.cycle);
		assertThat(told()).isEmpty();
		assertThat(this.seals.altered()).isEmpty();
	}

}
