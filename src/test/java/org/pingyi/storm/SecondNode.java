package org.pingyi.storm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.pingyi.As;
import org.pingyi.DatabaseRoles;
import org.pingyi.PingyiApplication;
import org.pingyi.base.unit.NewUnit;
import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.CyclePlan;
import org.pingyi.rules.cycle.CyclePlans;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A second application node, in this process, on the database of the storm: through its
 * front doors the city is made, sealed, closed and audited, while the first is killed.
 */
final class SecondNode implements AutoCloseable {

	static final int UNITS = 12;

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	private final ConfigurableApplicationContext context;

	private final LaterClock clock = new LaterClock();

	SecondNode(String database) {
		SpringApplication application = new SpringApplication(PingyiApplication.class);
		Map<String, Object> settings = new HashMap<>(DatabaseRoles.settings(database));
		settings.putAll(Map.of("pingyi.secret", Application.SECRET, "pingyi.keys.directories", Application.KEYS,
				"server.port", "0", "server.address", "127.0.0.1", "pingyi.sms", "development",
				"pingyi.sealing.scheduled", "false"));
		application.setDefaultProperties(settings);
		application.addInitializers((context) -> {
			NoTestClasses.in(context.getBeanFactory());
			GenericApplicationContext beans = (GenericApplicationContext) context;
			beans.registerBean("laterClock", Clock.class, () -> this.clock);
			beans.registerBean(BallotSamples.class);
		});
		this.context = application.run();
	}

	int port() {
		return Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Registers the units of the city and freezes its method. */
	long city() {
		return As.office(() -> {
			bean(Units.class).addGroup("WIN", "窗口服务部门");
			for (int unit = 1; unit <= UNITS; unit++) {
				bean(Units.class).register(new NewUnit(code(unit), "第" + unit + "局", "第" + unit + "局", "WIN", "",
						Set.of(Trait.WINDOW), LocalDate.now(CITY).minusDays(1)));
			}
			Schemes schemes = bean(Schemes.class);
			return schemes.freeze(schemes.importDraft(schemes.method("m01-founding-city"))).id();
		});
	}

	/** A year that is open today and tomorrow. */
	long open(long version, String code) {
		LocalDate today = LocalDate.now(CITY);
		return As.office(() -> {
			long cycle = bean(CyclePlans.class)
				.draft(new CyclePlan(code, code + "年度", version, today, today.plusDays(1)))
				.id();
			bean(Cycles.class).announce(cycle);
			bean(Cycles.class).open(cycle);
			return cycle;
		});
	}

	/** Closes a year as if its last day had come. */
	void close(long cycle) {
		this.clock.later = Duration.ofDays(1);
		As.office(() -> {
			bean(Cycles.class).close(cycle);
			return cycle;
		});
		finish(cycle);
		this.clock.later = Duration.ZERO;
	}

	/** Waits for whatever node is at it. */
	private void finish(long cycle) {
		Until.holds("the year is closed", () -> {
			bean(Closings.class).finish(cycle);
			return bean(Cycles.class).byId(cycle).phase() == Phase.CLOSED;
		});
	}

	void seal(long cycle) {
		bean(BallotSamples.class).seal(cycle);
	}

	Counters counters(long cycle) {
		return bean(Ballots.class).counters(cycle);
	}

	/** The hashes of all receipts in the log, in hexadecimal. */
	List<String> log(long cycle) {
		return bean(JdbcTemplate.class).queryForList(
				"select encode(receipt_hash, 'hex') from ballot_receipt where cycle_id = ?", String.class, cycle);
	}

	/** What an auditor downloads about a closed year. */
	Path auditFiles(long cycle, Path folder) {
		return As.as("auditor1", () -> write(bean(AuditFiles.class).take(cycle), folder), "ROLE_AUDITOR");
	}

	private static Path write(OutgoingFile file, Path folder) {
		Path path = folder.resolve(file.name());
		try (OutputStream out = Files.newOutputStream(path)) {
			file.content().writeTo(out);
			return path;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String code(int unit) {
		return "U" + (100 + unit);
	}

	static List<String> codes() {
		return IntStream.rangeClosed(1, UNITS).mapToObj(SecondNode::code).toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** The time of the day, some days later. */
	private static final class LaterClock extends Clock {

		private volatile Duration later = Duration.ZERO;

		@Override
		public ZoneId getZone() {
			return CITY;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.offset(Clock.system(zone), this.later);
		}

		@Override
		public Instant instant() {
			return Instant.now().plus(this.later);
		}

	}

}
