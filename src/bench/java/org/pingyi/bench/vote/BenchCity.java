package org.pingyi.bench.vote;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.pingyi.PingyiApplication;
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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A city of sixty units whose year is open today, made through the front doors. */
final class BenchCity {

	static final int UNITS = 60;

	private BenchCity() {
	}

	/**
	 * Fills an empty database.
	 * @return number of the open cycle
	 */
	static long fill(Map<String, Object> settings) {
		SpringApplication application = new SpringApplication(PingyiApplication.class);
		application.setDefaultProperties(settings);
		try (ConfigurableApplicationContext context = application.run()) {
			SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("office1", null,
						AuthorityUtils.createAuthorityList("ROLE_OFFICE")));
			return fill(context);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private static long fill(ConfigurableApplicationContext context) {
		LocalDate today = LocalDate.now();
		Units units = context.getBean(Units.class);
		units.addGroup("WIN", "窗口服务部门");
		for (int unit = 1; unit <= UNITS; unit++) {
			units.register(new NewUnit(code(unit), "第" + unit + "局", "第" + unit + "局", "WIN", "", Set.of(Trait.WINDOW),
					today.minusDays(1)));
		}
		Schemes schemes = context.getBean(Schemes.class);
		long version = schemes.freeze(schemes.importDraft(schemes.method("m01-founding-city"))).id();
		Cycle cycle = context.getBean(CyclePlans.class)
			.draft(new CyclePlan("bench", "基准年度", version, today, today.plusDays(1)));
		Cycles cycles = context.getBean(Cycles.class);
		cycles.announce(cycle.id());
		cycles.open(cycle.id());
		return cycle.id();
	}

	static String code(int unit) {
		return "U" + (100 + unit);
	}

}
