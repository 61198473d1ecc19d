package org.pingyi.base.web.list;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.PingyiTest;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** A list answers whatever page or order an address asks for. */
@PingyiTest
class ListPagesTests {

	private static final List<String> QUERIES = List.of("sort=%25s", "sort=nothing,desc", "sort=login,,,",
			"size=2147483647&page=2147483647", "page=2147483647", "size=99999999999&page=-1", "size=0&page=x");

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	ListPagesTests(MockMvcTester mvc, CycleSamples cycles) {
		this.mvc = mvc;
		this.cycles = cycles;
	}

	@ParameterizedTest
	@CsvSource({ "/desk/hotline, OFFICE", "/desk/adjustments, OFFICE", "/desk/units, OFFICE",
			"/desk/opinions/rectifications, OFFICE", "/desk/invitations, OFFICE", "/desk/inspections, OFFICE",
			"/admin/accounts, SYSTEM_ADMIN", "/admin/rights, SECURITY_ADMIN", "/audit/trail, AUDITOR" })
	void answersAnyPageAndOrder(String list, String role) {
		this.cycles.opened();
		for (String query : QUERIES) {
			int status = this.mvc.get()
				.uri(list + "?" + query)
				.with(user("somebody").roles(role))
				.exchange()
				.getResponse()
				.getStatus();
			assertThat(status).as(query).isIn(200, 404);
		}
	}

}
