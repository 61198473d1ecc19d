package org.pingyi.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Every import says alike why it took no file, and what to do. */
@PingyiTest
class ImportPagesTests {

	private static final String UNITS = "/desk/units/imports";

	private static final String CASES = "/desk/hotline/imports?cycle=2026";

	private static final String INVITATIONS = "/desk/invitations/imports?cycle=2026";

	private static final String FIGURES = "/desk/adjustments/figures/imports?cycle=2026";

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final MessageSource messages;

	ImportPagesTests(MockMvcTester mvc, CycleSamples cycles, MessageSource messages) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.messages = messages;
	}

	@BeforeEach
	void open() {
		this.cycles.open(this.cycles.demanding());
	}

	@ParameterizedTest
	@ValueSource(strings = { UNITS, CASES, INVITATIONS, FIGURES })
	void asksForAFileWhereNoneWasChosen(String address) {
		assertRefused(sent(address), "web.sheet.none");
		assertRefused(sent(address, new MockMultipartFile("file", "", null, new byte[0])), "web.sheet.none");
	}

	@ParameterizedTest
	@ValueSource(strings = { UNITS, CASES, INVITATIONS, FIGURES })
	void saysWhatToDoWithAFileOfAnotherKind(String address) {
		assertRefused(sent(address, file("x.pdf", "x")), "web.sheet.kind", "x.pdf");
		assertRefused(sent(address, file("x.csv", "")), "web.sheet.empty");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { UNITS + "|代码,名称", CASES + "|工单号,来电日期", INVITATIONS + "|姓名,单位", FIGURES + "|数据,单位" })
	void saysThatAFileHoldsNothing(String address, String header) {
		assertRefused(sent(address, file("x.csv", header + "\n")), "web.sheet.noRows");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { UNITS + "|代码,名称", CASES + "|工单号,来电日期", INVITATIONS + "|姓名,单位", FIGURES + "|数据,单位" })
	void namesTheCellsThatAreWrongAndWhatToDo(String address, String header) {
		assertThat(sent(address, file("x.csv", header + "\n1,2\n"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<td class=\"figure\">", text("web.sheet.errors.next"));
	}

	/** No other page reads so much, whoever asks. */
	@ParameterizedTest
	@CsvSource({ "/vote/ballots, 413", "/review, 413", CASES + ", 302" })
	void takesLargeFilesOnTheDeskAlone(String address, int status) {
		assertThat(this.mvc.post().uri(address).content(new byte[6_500_000])).hasStatus(status);
	}

	@Test
	void saysHowLargeAFileMayBe() {
		assertRefused(sent(UNITS, file("x.csv", "代码,名称\n" + " ".repeat(6_000_000))), "web.sheet.bytes", 5);
		assertRefused(sent(CASES, file("x.csv", "工单号,来电日期\n" + " ".repeat(6_000_000))), "web.sheet.longRow", 2);
	}

	private void assertRefused(MvcTestResult result, String key, Object... arguments) {
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Object refusal = Objects.requireNonNull(result.getMvcResult().getModelAndView()).getModel().get("refusal");
		assertThat(((Refusal) Objects.requireNonNull(refusal)).key()).isEqualTo(key);
		assertThat(result).bodyText().contains(text(key, arguments), text(key + ".next", arguments));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

	private static MockMultipartFile file(String name, String text) {
		return new MockMultipartFile("file", name, null, text.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult sent(String address, MockMultipartFile... files) {
		var form = this.mvc.post().uri(address).multipart();
		Stream.of(files).forEach(form::file);
		return form.with(user("office1").roles("OFFICE")).with(FormKey.fresh()).with(csrf()).exchange();
	}

}
