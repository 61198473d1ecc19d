package org.pingyi.base.unit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The networks of units, through their front door. */
@PingyiTest
class NetworksTests {

	private final Networks networks;

	private final UnitNetworkRepository repository;

	private final NetworkSeals seals;

	private final Units register;

	private final Audit audit;

	private final TransactionTemplate transactions;

	private final Superuser superuser;

	private final UnitSamples units;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	NetworksTests(Networks networks, UnitNetworkRepository repository, NetworkSeals seals, Units register, Audit audit,
			TransactionTemplate transactions, Superuser superuser, UnitSamples units, TestClock clock,
			JdbcTemplate jdbc) {
		this.repository = repository;
		this.seals = seals;
		this.register = register;
		this.audit = audit;
		this.transactions = transactions;
		this.superuser = superuser;
		this.networks = networks;
		this.units = units;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	private void add(String code, String network) {
		As.office(() -> {
			this.networks.add(code, network);
			return "";
		});
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			10.1.2.0/24,          10.1.2.0/24,     10.1.2.77,           10.1.3.1
			10.1.2.9/24,          10.1.2.0/24,     ::ffff:10.1.2.1,     ::ffff:10.1.3.1
			10.1.2.9,             10.1.2.9/32,     10.1.2.9,            10.1.2.8
			::ffff:10.1.2.0/120,  10.1.2.0/24,     10.1.2.200,          10.1.4.1
			2001:DB8:12::/48,     2001:db8:12::/48, 2001:db8:12:7::1,   2001:db8:13::1
			2001:db8::7,          2001:db8::7/128, 2001:db8:0:0:0::7,   2001:db8::8
			""")
	void coversTheAddressesOfABlock(String typed, String written, String inside, String outside) {
		Unit water = this.units.waterBureau();
		add("SWJ", typed);
		assertThat(As.office(() -> this.networks.of("SWJ"))).extracting(UnitNetwork::network).containsExactly(written);
		assertThat(this.networks.covers(water.id(), inside)).isTrue();
		assertThat(this.networks.covers(water.id(), outside)).isFalse();
		assertThat(this.networks.covers(this.units.policeBureau().id(), inside)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			10.1.2,            unit.networkMalformed
			10.1.2.*,          unit.networkMalformed
			10.1.2.0/33,       unit.networkMalformed
			10.1.2.0/255.0.0.0, unit.networkMalformed
			167837953,         unit.networkMalformed
			example.org,       unit.networkMalformed
			*,                 unit.networkMalformed
			fe80::1%eth0,      unit.networkMalformed
			0.0.0.0/0,         unit.networkTooWide
			10.0.0.0/15,       unit.networkTooWide
			127.0.0.0/8,       unit.networkTooWide
			2001::/31,         unit.networkTooWide
			::/0,              unit.networkTooWide
			""")
	void refusesWhatIsNoNetworkOfAUnit(String typed, String key) {
		this.units.city();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> add("SWJ", typed)).returns(key, Refusal::key);
	}

	/** Block by block, all voters would come out of some unit's network. */
	@Test
	void takesFiftyNetworksOfAUnit() {
		this.units.city();
		for (int block = 0; block < 50; block++) {
			add("SWJ", "10." + block + ".0.0/16");
		}
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> add("SWJ", "10.50.0.0/16"))
			.returns("unit.networksMany", Refusal::key);
		add("GAJ", "10.50.0.0/16");
	}

	@Test
	void refusesTheSameNetworkTwice() {
		this.units.city();
		add("SWJ", "10.1.2.0/24");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> add("SWJ", "10.1.2.3/24"))
			.returns("unit.networkTaken", Refusal::key);
		add("GAJ", "10.1.2.0/24");
	}

	@Test
	void forgetsARemovedNetworkAtOnce() {
		Unit water = this.units.waterBureau();
		add("SWJ", "10.1.2.0/24");
		assertThat(this.networks.covers(water.id(), "10.1.2.3")).isTrue();
		As.office(() -> {
			this.networks.remove("SWJ", this.networks.of("SWJ").getFirst().id());
			return "";
		});
		assertThat(this.networks.covers(water.id(), "10.1.2.3")).isFalse();
	}

	@Test
	void learnsAfterAWhileWhatAnotherNodeWrote() {
		Unit water = this.units.waterBureau();
		add("SWJ", "10.1.2.0/24");
		assertThat(this.networks.covers(water.id(), "10.9.9.9")).isFalse();
		Networks another = new Networks(this.repository, this.register,
				new NetworkMap(this.repository, this.seals, this.clock), this.seals, this.audit, (event) -> {
				});
		this.transactions.executeWithoutResult((status) -> another.add("SWJ", "10.9.0.0/16"));
		assertThat(this.networks.covers(water.id(), "10.9.9.9")).isFalse();
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(this.networks.covers(water.id(), "10.9.9.9")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"insert into unit_network (unit_id, network) select unit_id, '10.9.0.0/16' from unit_network",
			"insert into unit_network (unit_id, network, seal) select unit_id, '10.9.0.0/16', seal from unit_network",
			"update unit_network set network = '10.0.0.0/8'",
			"update unit_network set network = '10.9.0.0/16', seal = null" })
	void coversNobodyByANetworkThatNoActDeclared(String sql) {
		Unit water = this.units.waterBureau();
		add("SWJ", "10.1.2.0/24");
		assertThat(this.networks.covers(water.id(), "10.9.9.9")).as("before").isFalse();
		this.superuser.jdbc().update(sql);
		for (int minute = 0; minute < 3; minute++) {
			this.clock.advance(Duration.ofMinutes(1));
			assertThat(this.networks.covers(water.id(), "10.9.9.9")).isFalse();
		}
		assertThat(told()).as("once").isOne();
		assertThat(this.seals.altered()).singleElement().asString().startsWith("network:10.");
		assertThat(this.networks.covers(water.id(), "10.1.2.1")).isEqualTo(sql.startsWith("insert"));
	}

	private long told() {
		return this.jdbc.queryForObject("select count(*) from audit_entry where act = 'unit.networkAltered'",
				Long.class);
	}

	@Test
	void coversNobodyByANetworkThatWasGivenToAnotherUnit() {
		this.units.city();
		add("SWJ", "10.1.3.0/24");
		long rival = this.units.policeBureau().id();
		this.superuser.jdbc().update("update unit_network set unit_id = ?", rival);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.networks.covers(rival, "10.1.3.1")).isFalse();
		assertThat(told()).isOne();
	}

	/** The control: with a seal of ours over it, it covers the whole block. */
	@Test
	void sealsThoseFromBeforeOnce() {
		Unit water = this.units.waterBureau();
		this.jdbc.update("insert into unit_network (unit_id, network) values (?, '10.9.0.0/16')", water.id());
		sealAgain();
		assertThat(this.networks.covers(water.id(), "10.9.9.9")).isTrue();
		this.jdbc.update("insert into unit_network (unit_id, network) values (?, '10.8.0.0/16')", water.id());
		sealAgain();
		assertThat(this.networks.covers(water.id(), "10.8.8.8")).isFalse();
		assertThat(this.networks.covers(water.id(), "10.9.9.9")).isTrue();
	}

	private void sealAgain() {
		this.jdbc.update("insert into unit_network_unsealed select id from unit_network");
		this.transactions.executeWithoutResult((status) -> this.seals.sealOnce());
		this.clock.advance(Duration.ofMinutes(1));
	}

	@Test
	void isTheOfficesToSay() {
		this.units.city();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> As.as("auditor", () -> {
			this.networks.add("SWJ", "10.1.2.0/24");
			return "";
		}, "ROLE_AUDITOR"));
	}

	/** All ballots about a unit would carry its signal. */
	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0/0", "10.0.0.0/8", "::/0" })
	void coversNobodyByABlockThatWasPutIntoTheDatabase(String wide) {
		Unit water = this.units.waterBureau();
		add("SWJ", "10.1.2.0/24");
		this.jdbc.update("insert into unit_network (unit_id, network) values (?, cast(? as cidr))", water.id(), wide);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.networks.covers(water.id(), "10.1.3.1")).isFalse();
		assertThat(this.networks.covers(water.id(), "2001:db8::1")).isFalse();
		assertThat(this.networks.covers(water.id(), "10.1.2.1")).as("the control").isTrue();
	}

}
