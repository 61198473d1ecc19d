package org.pingyi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Claim;
import org.pingyi.intake.inspection.Findings;
import org.pingyi.intake.inspection.InspectionSamples;
import org.pingyi.outcome.feedback.FeedbackSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Asks every route as every role. {@code access.txt} says who may use which: a method, a
 * pattern, and roles, or PUBLIC for everybody, STAFF for whoever is signed in, HOLDER for
 * whoever brings a secret that no role stands in for. A route that is missing there
 * fails, and so does a line without a route.
 */
@PingyiSecondTest
class AccessTests {

	private static final List<String> ROLES = List.of("NOBODY", "OFFICE", "LIAISON", "INSPECTOR", "HOTLINE", "AUDITOR",
			"SYSTEM_ADMIN", "SECURITY_ADMIN");

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final InspectionSamples inspections;

	private final Findings findings;

	private final Adjustments adjustments;

	private final FeedbackSamples feedback;

	private final RequestMappingHandlerMapping mappings;

	private final ApplicationContext context;

	AccessTests(MockMvcTester mvc, CycleSamples cycles, UnitSamples units, InspectionSamples inspections,
			Findings findings, Adjustments adjustments, FeedbackSamples feedback,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
			ApplicationContext context) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.units = units;
		this.inspections = inspections;
		this.findings = findings;
		this.adjustments = adjustments;
		this.feedback = feedback;
		this.mappings = mappings;
		this.context = context;
	}

	@Test
	void knowsEveryRoute() {
		Set<String> routes = this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(MarkedRoutes::of)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> others = new OtherRoutes(this.context).patterns();
		Set<String> known = AccessRule.all()
			.filter((rule) -> routes.contains(rule.route()) || !others.contains(rule.pattern()))
			.map(AccessRule::route)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(routes).as("routes, as access.txt lists them").containsExactlyInAnyOrderElementsOf(known);
	}

	/** The sign-in, the ballots' intake, files: no page, and yet somebody answers. */
	@Test
	void knowsWhatNoPageAnswers() {
		Set<String> known = AccessRule.all().map(AccessRule::pattern).collect(Collectors.toSet());
		assertThat(new OtherRoutes(this.context).patterns())
			.contains("/login", "/logout", "/vote/receipts", "/assets/**")
			.allSatisfy((pattern) -> assertThat(known).contains(pattern));
	}

	@TestFactory
	Stream<DynamicTest> letsEachRoleInOnlyWhereItBelongs() {
		this.cycles.opened();
		return AccessRule.all()
			.map((rule) -> DynamicTest.dynamicTest(rule.toString(), () -> ROLES.forEach((role) -> check(rule, role))));
	}

	/** Every route of a unit that names something by number, asked for another unit's. */
	@Test
	void keepsTheDataOfUnitsApart() {
		Map<String, Long> police = policeData();
		Set<String> numbered = AccessRule.all()
			.filter((rule) -> rule.pattern().startsWith("/unit/") && rule.pattern().contains("{"))
			.map(AccessRule::route)
			.collect(Collectors.toSet());
		assertThat(police.keySet()).as("routes with another unit's data").isEqualTo(numbered);
		police.forEach((route, number) -> {
			assertThat(askFor(route, number, "SWJ")).as("%s as SWJ", route).isIn(403, 404);
			assertThat(askFor(route, number, "GAJ")).as("%s as GAJ", route).isNotIn(403, 404);
		});
	}

	private Map<String, Long> policeData() {
		Cycle cycle = this.cycles.opened();
		Unit police = this.units.policeBureau();
		this.inspections.submitted(cycle.id(), "GAJ", 500, "台账不全");
		long finding = As.as("gaj", () -> this.findings.own().getFirst().id(), "ROLE_LIAISON", "UNIT_GAJ");
		long claim = As.as("gaj",
				() -> this.adjustments.claim(new Claim(cycle.id(), "city", "表扬1号", AdjustmentSamples.DAY, "全市先进集体")),
				"ROLE_LIAISON", "UNIT_GAJ");
		this.feedback.written(cycle, police, "希望延长办公时间");
		long rectification = this.feedback.sent(this.cycles.close(cycle), police).id();
		return Map.of("POST /unit/claims/{id}/withdrawal", claim, "POST /unit/findings/{finding}/answers", finding,
				"GET /unit/opinions/{id}", rectification, "POST /unit/opinions/{id}/answer", rectification);
	}

	private int askFor(String route, long number, String unit) {
		String[] parts = route.split(" ");
		return this.mvc.method(HttpMethod.valueOf(parts[0]))
			.uri(parts[1].replaceAll("\\{[^/]*}", String.valueOf(number)))
			.param("text", "已经整改")
			.with(liaison(unit))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange()
			.getResponse()
			.getStatus();
	}

	private void check(AccessRule rule, String role) {
		MvcTestResult result = ask(rule, role);
		int status = result.getResponse().getStatus();
		String location = String.valueOf(result.getResponse().getHeader("Location"));
		boolean refused = status == 401 || status == 403 || (status == 302 && location.endsWith("/login"));
		if (rule.admits(role)) {
			assertThat(status).as("%s as %s", rule.route(), role).isNotIn(401, 403, 405, 500, 501);
			assertThat(refused).as("%s as %s is refused", rule.route(), role).isFalse();
		}
		else {
			assertThat(refused).as("%s as %s answers %s %s", rule.route(), role, status, location).isTrue();
		}
	}

	private MvcTestResult ask(AccessRule rule, String role) {
		String address = rule.pattern().replaceAll("\\{[^/]*}", "1");
		return this.mvc.method(rule.method()).uri(address).with(person(role)).with(csrf()).exchange();
	}

	private static RequestPostProcessor person(String role) {
		return switch (role) {
			case "NOBODY" -> anonymous();
			case "LIAISON" -> liaison("SWJ");
			default -> user(role.toLowerCase(Locale.ROOT)).roles(role);
		};
	}

	private static RequestPostProcessor liaison(String unit) {
		return user(unit.toLowerCase(Locale.ROOT)).authorities(new SimpleGrantedAuthority("ROLE_LIAISON"),
				new SimpleGrantedAuthority("UNIT_" + unit));
	}

}
