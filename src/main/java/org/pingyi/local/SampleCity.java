package org.pingyi.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.unit.UnitImports;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Loads the sample city once, through the front doors, and says where it can be seen. */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleCity implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(SampleCity.class);

	private final SampleStaff staff;

	private final SampleYears years;

	private final Units units;

	private final UnitImports imports;

	private final Schemes schemes;

	private final LocalClock clock;

	private final EmbeddedDatabase.SampleMark mark;

	private final Environment environment;

	SampleCity(SampleStaff staff, SampleYears years, Units units, UnitImports imports, Schemes schemes,
			LocalClock clock, EmbeddedDatabase.SampleMark mark, Environment environment) {
		this.staff = staff;
		this.years = years;
		this.units = units;
		this.imports = imports;
		this.schemes = schemes;
		this.clock = clock;
		this.mark = mark;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		if (!this.mark.isSet()) {
			log.info("Loading the sample city; this takes some seconds, once");
			load();
			this.mark.set();
		}
		welcome();
	}

	private void load() {
		LocalDate today = LocalDate.now(this.clock);
		this.staff.appointAdministrators();
		SampleUser.OFFICE.run(this::register);
		this.staff.appointStaff();
		long scheme = SampleUser.OFFICE
			.call(() -> this.schemes.freeze(this.schemes.importDraft(text("scheme/m01-founding-city.json"))).id());
		this.years.liveLast(scheme, today.getYear() - 1);
		this.years.liveThis(scheme, today);
	}

	private void register() {
		this.units.addGroup("WIN", "窗口服务部门");
		this.units.addGroup("ADM", "综合管理部门");
		this.units.addGroup("PTY", "党群部门");
		this.units.addGroup("LAW", "执法监管部门");
		this.units.addGroup("VER", "垂直管理单位");
		try (InputStream file = new ClassPathResource("sample/units.csv").getInputStream()) {
			this.imports.importAll(Spreadsheets.read("units.csv", file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void welcome() {
		String port = this.environment.getProperty("local.server.port");
		String address = "http://127.0.0.1:" + port;
		log.info("""

				  Pingyi 评议 runs at {}
				  the public pages    {}/
				  the office          {}/login
				  with passkeys       http://localhost:{}/login
				  sample accounts     sysadmin secadmin {}
				  their password      {}
				""", address, address, address, port, String.join(" ", SampleStaff.logins()), SampleStaff.PASSWORD);
	}

}
