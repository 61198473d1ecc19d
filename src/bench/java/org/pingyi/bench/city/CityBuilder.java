package org.pingyi.bench.city;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.pingyi.DatabaseRoles;
import org.pingyi.PingyiApplication;
import org.pingyi.base.account.Role;
import org.pingyi.base.audit.TrailFill;
import org.pingyi.base.unit.NewUnit;
import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Units;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CyclePlan;
import org.pingyi.rules.cycle.CyclePlans;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Builds a city whose year is open, through the front doors: half of its ballots are
 * sealed, and half wait. It is built under another name, so that a half one is never
 * taken for a whole.
 */
final class CityBuilder {

	private static final String BUILDING = "building";

	private final KeptServer server;

	private final CitySize size;

	CityBuilder(KeptServer server, CitySize size) {
		this.server = server;
		this.size = size;
	}

	/** Where the keys of a city are, without which its ballots say nothing. */
	static Path keys(CitySize size) {
		return KeptServer.FOLDER.resolve("keys-" + size.database());
	}

	static String code(int unit) {
		return "U%04d".formatted(unit);
	}

	void build() throws Exception {
		RunningCity.delete(keys(this.size));
		this.server.create(BUILDING);
		try (ConfigurableApplicationContext context = start()) {
			step("units", () -> register(context));
			step("staff", () -> new CityStaff(context).appoint(this.size.units()));
			long cycle = CityStaff.as(CityStaff.OFFICE, Role.OFFICE, () -> open(context));
			CityIntake intake = new CityIntake(context, cycle, this.size);
			step("invitations", intake::invite);
			step("cases", intake::takeCases);
			step("adjustments", intake::adjust);
			step("visits and tablets", intake::assign);
			CityBallots ballots = new CityBallots(context, cycle);
			int half = this.size.ballots() / 2;
			step("sealed ballots", () -> ballots.voteAndSeal(half));
			step("waiting ballots", () -> ballots.vote(this.size.ballots() - half));
		}
		try (Connection connection = this.server.connect(BUILDING)) {
			step("trail", () -> TrailFill.upTo(connection, this.size.entries()));
			settle(connection);
		}
		this.server.drop(this.size.database());
		this.server.rename(BUILDING, this.size.database());
	}

	private ConfigurableApplicationContext start() {
		Map<String, Object> settings = new HashMap<>(DatabaseRoles.settings(this.server.url(BUILDING)));
		settings.putAll(Map.of("pingyi.secret", RunningCity.SECRET, "pingyi.keys.directories",
				keys(this.size).toString(), "server.port", "0", "server.address", "127.0.0.1", "pingyi.sms",
				"development", "pingyi.account.second-factor-enforced", "false", "pingyi.sealing.scheduled", "false",
				"logging.level.root", "WARN"));
		SpringApplication application = new SpringApplication(PingyiApplication.class);
		application.setDefaultProperties(settings);
		return application.run();
	}

	private Void register(ConfigurableApplicationContext context) throws Exception {
		Units units = context.getBean(Units.class);
		LocalDate from = LocalDate.now(context.getBean(Clock.class)).minusDays(1);
		return CityStaff.as(CityStaff.OFFICE, Role.OFFICE, () -> {
			for (int group = 1; group <= CitySize.GROUPS; group++) {
				units.addGroup("G" + group, "第" + group + "序列");
			}
			for (int unit = 1; unit <= this.size.units(); unit++) {
				String name = "第" + unit + "局";
				units.register(new NewUnit(code(unit), "市" + name, name, "G" + (unit % CitySize.GROUPS + 1), "",
						Set.of(Trait.WINDOW, Trait.AWARDS), from));
			}
			return null;
		});
	}

	/** It may be closed on the day on which it is built, and on any later one. */
	private static long open(ConfigurableApplicationContext context) {
		LocalDate today = LocalDate.now(context.getBean(Clock.class));
		Schemes schemes = context.getBean(Schemes.class);
		long version = schemes.freeze(schemes.importDraft(schemes.method("m01-founding-city"))).id();
		Cycle cycle = context.getBean(CyclePlans.class)
			.draft(new CyclePlan(RunningCity.YEAR, "大城市年度机关作风建设考评", version, today, today));
		Cycles cycles = context.getBean(Cycles.class);
		cycles.announce(cycle.id());
		cycles.open(cycle.id());
		return cycle.id();
	}

	/** As a database is that has been there for a while. */
	private static void settle(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("vacuum analyze");
			statement.execute("checkpoint");
		}
	}

	private void step(String name, Step step) throws Exception {
		Instant start = Instant.now();
		step.run();
		CityBenchmark.say("%s: %s in %d s", this.size.database(), name,
				Duration.between(start, Instant.now()).toSeconds());
	}

	/** A part of the work. */
	private interface Step {

		void run() throws Exception;

	}

}
