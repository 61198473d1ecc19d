package org.pingyi.rules.scheme.web;

import java.io.IOException;
import java.nio.charset.Charset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.http.HttpHeaders;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which the office reads, imports, checks and freezes schemes. */
@PingyiTest
class SchemePagesTests {

	private final MockMvcTester mvc;

	private final Schemes schemes;

	private final SchemeSamples samples;

	SchemePagesTests(MockMvcTester mvc, Schemes schemes, SchemeSamples samples) {
		this.mvc = mvc;
		this.schemes = schemes;
		this.samples = samples;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(user("office1").roles("OFFICE")).exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post()
			.uri(path)
			.with(user("office1").roles("OFFICE"))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult paste(String path, String document) {
		return this.mvc.post()
			.uri(path)
			.param("document", document)
			.with(user("office1").roles("OFFICE"))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	@Test
	void showsAVersionAsATreeWithItsClauses() {
		SchemeVersion version = this.samples.founding();
		assertThat(get("/desk/schemes/versions/" + version.id())).hasStatusOk()
			.bodyText()
			.contains("机关作风建设考评办法（第 1 版）", "试行办法·公众评议", "17.5 分", "一次性告知所需材料和手续", "不计分", "优秀", "总分不低于 90", "前 30%",
					"重特大责任事故", version.digest())
			.doesNotContain("??");
	}

	@Test
	void showsItInEnglish() {
		SchemeVersion version = this.samples.founding();
		assertThat(get("/desk/schemes/versions/" + version.id() + "?lang=en")).hasStatusOk()
			.bodyText()
			.contains("Appraisal of agencies’ conduct (version 1)", "Told everything needed at once",
					"within the best 30 % of the group")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void hasWordsForEveryKindOfNode(String language) throws IOException {
		String document = new ClassPathResource("verify/every-kind.json").getContentAsString(UTF_8);
		SchemeVersion version = this.samples.frozen(document);
		assertThat(get("/desk/schemes/versions/" + version.id() + "?lang=" + language)).hasStatusOk()
			.bodyText()
			.doesNotContain("??");
		assertThat(get("/desk/schemes/" + version.scheme() + "?lang=" + language)).hasStatusOk()
			.bodyText()
			.doesNotContain("??");
	}

	@Test
	void leadsFromTheBuiltInMethodToAFrozenVersion() {
		assertThat(get("/desk/schemes")).bodyText().contains("还没有考评办法");
		assertThat(get("/desk/schemes/new")).bodyText().contains("机关作风建设考评办法");
		assertThat(post("/desk/schemes/methods/m01-founding-city/drafts")).hasRedirectedUrl("/desk/schemes/1");
		assertThat(get("/desk/schemes/1")).bodyText().contains("检查通过", "定稿为第 1 版");
		assertThat(post("/desk/schemes/1/versions")).hasRedirectedUrl("/desk/schemes/versions/1");
		assertThat(get("/desk/schemes/1")).bodyText().contains("与第 1 版完全一致").doesNotContain("定稿为第 2 版");
		assertThat(get("/desk/schemes")).bodyText().contains("第 1 版（2026-11-02）", "与最新版一致");
		assertThat(post("/desk/schemes/1/versions")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("第 1 版完全相同");
	}

	@Test
	void takesAnUploadedFileIn() {
		byte[] document = ("\uFEFF" + this.schemes.method("regions-12")).getBytes(UTF_8);
		assertThat(upload(document)).hasRedirectedUrl("/desk/schemes/1");
	}

	@Test
	void readsTheEncodingOfOlderEditorsAndRefusesWhatIsNoText() {
		String document = this.schemes.method("regions-12");
		assertThat(upload(document.getBytes(Charset.forName("GBK")))).hasRedirectedUrl("/desk/schemes/1");
		assertThat(get("/desk/schemes/1/file")).bodyText().contains("考评").doesNotContain("\uFFFD");
		assertThat(upload(new byte[] { '{', (byte) 0x80, (byte) 0xFF })).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("文字编码无法识别");
		assertThat(upload(("[" + " ".repeat(1_000_000) + "]").getBytes(UTF_8)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("文件太长");
	}

	private MvcTestResult upload(byte[] document) {
		return this.mvc.post()
			.multipart()
			.uri("/desk/schemes")
			.file(new MockMultipartFile("file", "regions.json", "application/json", document))
			.with(user("office1").roles("OFFICE"))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	@Test
	void saysThatThereIsNothingToTakeIn() {
		assertThat(paste("/desk/schemes", "  ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请选择文件，或粘贴办法的内容")
			.doesNotContain("{0}");
	}

	@Test
	void keepsWhatWasPastedAndNamesThePlaceOfEachFault() {
		String faulty = this.schemes.method("regions-12").replace("\"places\": 2", "\"places\": \"two\"");
		assertThat(paste("/desk/schemes", faulty)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("ranking.places", "此处应为整数", "办法文件有 1 处读不懂", "&quot;two&quot;");
		assertThat(get("/desk/schemes")).bodyText().contains("还没有考评办法");
	}

	@Test
	void keepsADraftThatIsUnsoundAndRefusesToFreezeIt() {
		String unsound = this.schemes.method("m01-founding-city").replace("\"total\": 70", "\"total\": 71");
		assertThat(paste("/desk/schemes", unsound)).hasRedirectedUrl("/desk/schemes/1");
		assertThat(get("/desk/schemes/1")).bodyText().contains("权重合计不等：70 ≠ 71").doesNotContain("定稿为第 1 版");
		assertThat(post("/desk/schemes/1/versions")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("权重合计不等：");
		assertThat(this.schemes.versions()).isEmpty();
	}

	@Test
	void replacesADraft() {
		this.samples.founding();
		assertThat(get("/desk/schemes/1/document")).bodyText().contains("&quot;pingyi-scheme/2&quot;");
		assertThat(paste("/desk/schemes/1/document", "{")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不是合法的 JSON");
		assertThat(paste("/desk/schemes/1/document", this.schemes.method("regions-12")))
			.hasRedirectedUrl("/desk/schemes/1");
		assertThat(get("/desk/schemes/1")).bodyText().contains("十二个区域考评", "定稿为第 2 版");
	}

	@Test
	void savesAVersionAsTheFileThatItsDigestCovers() {
		SchemeVersion version = this.samples.founding();
		MvcTestResult file = get("/desk/schemes/versions/1/file");
		assertThat(file).hasStatusOk()
			.hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scheme-1-v1.json\"");
		assertThat(file).bodyText().isEqualTo(this.schemes.document(version.id()));
	}

	@Test
	void savesTheSchemaThatEditorsCheckFilesBy() {
		MvcTestResult file = get("/desk/schemes/schema");
		assertThat(file).hasStatusOk()
			.hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pingyi-scheme-2.schema.json\"");
		assertThat(file).bodyText().isEqualTo(this.schemes.schema()).contains("\"$defs\"");
	}

	@Test
	void knowsNoOtherSchemes() {
		assertThat(get("/desk/schemes/7")).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("没有编号为 7");
		assertThat(get("/desk/schemes/versions/7")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/desk/schemes/methods/m99/drafts")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void staysClosedToOtherRoles() {
		this.samples.founding();
		assertThat(this.mvc.get().uri("/desk/schemes").with(user("liaison1").roles("LIAISON")).exchange())
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post()
			.uri("/desk/schemes/1/versions")
			.with(user("auditor1").roles("AUDITOR"))
			.with(csrf())
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
	}

}
