package org.pingyi.base.web;

import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.HostileSheets.Hostile;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A hostile table sent to any page that takes tables is refused on that page, in its
 * frame, and leaves no row.
 */
@PingyiTest
@WithMockUser(username = "office1", roles = "OFFICE")
class HostileUploadTests {

	/** How many rows there are where an import could leave some. */
	private static final String ROWS = """
			select (select count(*) from unit_import) as imports, (select count(*) from unit_unit) as units,
				(select count(*) from hotline_case) as cases, (select count(*) from review_invitation) as invitations,
				(select count(*) from review_lot) as lots, (select count(*) from adjustment_figure) as figures,
				(select count(*) from audit_entry) as entries""";

	private final MockMvcTester mvc;

	private final JdbcTemplate jdbc;

	private final CycleSamples cycles;

	HostileUploadTests(MockMvcTester mvc, JdbcTemplate jdbc, CycleSamples cycles) {
		this.mvc = mvc;
		this.jdbc = jdbc;
		this.cycles = cycles;
	}

	private Cycle cycle;

	@BeforeEach
	void open() {
		this.cycle = this.cycles.open(this.cycles.demanding());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/units/imports", "/desk/hotline/imports", "/desk/invitations/imports",
			"/desk/adjustments/figures/imports" })
	void refusesHostileTablesOnTheirPage(String address) {
		Map<String, Object> before = rows();
		HostileSheets.small().forEach((name, file) -> refused(address, name, file));
		HostileSheets.large()
			.entrySet()
			.stream()
			.filter(Predicate.not((file) -> file.getValue().answer().matches("\\d+")))
			.limit(2)
			.forEach((file) -> refused(address, file.getKey(), file.getValue()));
		assertThat(rows()).isEqualTo(before);
	}

	private void refused(String address, String name, Hostile file) {
		MvcTestResult answer = this.mvc.post()
			.uri(address)
			.multipart()
			.file(new MockMultipartFile("file", name, null, file.content().get()))
			.param("cycle", this.cycle.code())
			.with(csrf())
			.with(FormKey.fresh())
			.exchange();
		assertThat(answer).as("%s to %s", name, address).satisfies((it) -> {
			assertThat(it.getResponse().getStatus()).isBetween(400, 499);
			assertThat(it.getResponse().getContentAsString()).contains("</html>").contains("type=\"file\"");
		});
	}

	private Map<String, Object> rows() {
		return this.jdbc.queryForMap(ROWS);
	}

}
