package org.pingyi.rules.scheme.web.comparison;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office compares schemes, and begins a year with a copy of the last. */
@PingyiTest
class ComparisonPagesTests {

	private static final String PAGE = "/desk/schemes/comparison";

	private final MockMvcTester mvc;

	private final Schemes schemes;

	private final SchemeSamples samples;

	private final JdbcTemplate jdbc;

	ComparisonPagesTests(MockMvcTester mvc, Schemes schemes, SchemeSamples samples, JdbcTemplate jdbc) {
		this.mvc = mvc;
		this.schemes = schemes;
		this.samples = samples;
		this.jdbc = jdbc;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(user("office1").roles("OFFICE")).exchange();
	}

	private MvcTestResult copy(String version) {
		return this.mvc.post()
			.uri("/desk/schemes/copies")
			.param("version", version)
			.with(user("office1").roles("OFFICE"))
			.with(csrf())
			.with(FormKey.fresh())
			.exchange();
	}

	/** A frozen version, and its draft with edits. */
	private SchemeVersion edited() {
		SchemeVersion version = this.samples.founding();
		String document = this.schemes.document(version.id())
			.replaceFirst("\"weight\" : 20,", "\"weight\" : 22.5,")
			.replace("\"from\" : 90", "\"from\" : 88")
			.replace("\"name\" : {\n      \"zh\" : \"市民\"", "\"name\" : {\n      \"zh\" : \"市民群众\"");
		return As.office(() -> {
			this.schemes.redraft(version.scheme(), document);
			return version;
		});
	}

	@Test
	void comparesTheNewestVersionWithItsDraft() {
		edited();
		assertThat(get(PAGE)).hasStatusOk()
			.bodyText()
			.contains("名次和等次", "等次规则 1", ">90<", ">88<", "−2", "占总分 20 → 22.5 +2.5", "第 1 版（2026-11-02 定稿）")
			.doesNotContain("两者完全一致", "??");
	}

	@Test
	void comparesInEnglish() {
		edited();
		assertThat(get(PAGE + "?lang=en")).hasStatusOk()
			.bodyText()
			.contains("Compare two versions", "share of the total 20 → 22.5 +2.5", "Changed",
					"version 1 (frozen 2026-11-02)")
			.doesNotContain("??");
	}

	@Test
	void saysThatNothingDiffers() {
		SchemeVersion version = this.samples.founding();
		assertThat(get(PAGE)).hasStatusOk().bodyText().contains("两者完全一致");
		assertThat(get(PAGE + "?from=" + version.id() + "&to=" + version.id())).bodyText().contains("两者完全一致");
	}

	@Test
	void saysThatThereIsNothingToCompare() {
		assertThat(get(PAGE)).hasStatusOk().bodyText().contains("还没有可对照的版本").doesNotContain("两者完全一致");
	}

	@Test
	void comparesWholeMethodsInBothDirections() {
		SchemeVersion founding = this.samples.founding();
		SchemeVersion regions = this.samples.frozen(this.schemes.method("regions-12"));
		for (String pair : new String[] { "?from=" + founding.id() + "&to=" + regions.id(),
				"?from=" + regions.id() + "&to=" + founding.id() }) {
			assertThat(get(PAGE + pair)).hasStatusOk().bodyText().contains("计分表", "窗口单位").doesNotContain("??");
			assertThat(get(PAGE + pair + "&lang=en")).hasStatusOk().bodyText().doesNotContain("??");
		}
	}

	@Test
	void knowsNoOtherEditions() {
		this.samples.founding();
		assertThat(get(PAGE + "?from=77&to=draft-1")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(PAGE + "?from=1&to=draft-9")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(PAGE + "?from=last&to=draft-1")).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("没有“last”");
	}

	@Test
	void copiesAVersionIntoADraftOfTheNextYear() {
		SchemeVersion version = this.samples
			.frozen(this.schemes.method("m01-founding-city").replace("建设考评办法\"", "建设考评办法（2026）\""));
		assertThat(get("/desk/schemes/new")).bodyText().contains("沿用往年办法", "考评办法（2026）　第 1 版");
		assertThat(get("/desk/schemes/versions/" + version.id())).bodyText().contains("复制为新草稿", "试算", "与其他版本对照");
		assertThat(copy(Long.toString(version.id()))).hasRedirectedUrl("/desk/schemes/2");
		assertThat(As.office(() -> this.schemes.draft(2)).title()).isEqualTo("机关作风建设考评办法（2027）");
		assertThat(get(PAGE + "?from=" + version.id() + "&to=draft-2")).bodyText()
			.contains("考评办法（2027）")
			.doesNotContain("计分表");
		assertThat(
				this.jdbc.queryForObject("select count(*) from audit_entry where act = 'scheme.copied'", Integer.class))
			.isEqualTo(1);
	}

	@Test
	void offersNoCopyWhileNothingIsFrozen() {
		assertThat(get("/desk/schemes/new")).hasStatusOk().bodyText().doesNotContain("沿用往年办法");
		assertThat(copy("7")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(copy("x")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void letsEveryVersionOutAndInAgain() throws Exception {
		SchemeVersion founding = this.samples.founding();
		SchemeVersion regions = this.samples.frozen(this.schemes.method("regions-12"));
		SchemeVersion early = this.samples
			.frozen(new ClassPathResource("scheme/formats/pingyi-scheme-1-founding-city.json")
				.getContentAsString(StandardCharsets.UTF_8));
		for (SchemeVersion version : new SchemeVersion[] { founding, regions, early }) {
			String file = get("/desk/schemes/versions/" + version.id() + "/file").getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
			SchemeVersion again = this.samples.frozen(file);
			assertThat(again.digest()).isEqualTo(version.digest());
			assertThat(again.rules()).isEqualTo(version.rules());
		}
		assertThat(this.schemes.document(early.id())).contains("\"pingyi-scheme/2\"");
	}

}
