package org.pingyi.base.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.PingyiTest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever fails, the reader learns what happened and what to do, and nothing else. */
@PingyiTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests {

	private static final Pattern NUMBER = Pattern.compile("<strong>([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4})</strong>");

	private final MockMvcTester doors;

	ErrorPagesTests(Refusals refusals, Incidents incidents, ErrorPages pages, LocaleResolver locales,
			@Qualifier("thymeleafViewResolver") ViewResolver views) {
		this.doors = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new FailingController(), pages)
			.setControllerAdvice(refusals, incidents)
			.setLocaleResolver(locales)
			.setViewResolvers(views::resolveViewName)
			.build());
	}

	@Test
	void aRefusalSaysWhatHappenedAndWhatToDo() {
		assertThat(this.doors.get().uri("/refusal")).hasStatus(422)
			.bodyText()
			.contains("<title>文件里没有内容 · 评议</title>", "应有一行列名");
	}

	@Test
	void aRefusalWithoutAdviceIsShownAllTheSame() {
		assertThat(this.doors.get().uri("/curt")).hasStatus(409).bodyText().contains("事件编号");
		assertThat(this.doors.get().uri("/unnamed")).hasStatus(409)
			.bodyText()
			.contains("无法办理")
			.doesNotContain("no.such.key");
	}

	@Test
	void htmxGetsTheRefusalAsAFragmentForThePageInView() {
		assertThat(this.doors.get().uri("/refusal").header("HX-Request", "true")).hasStatus(422)
			.hasHeader("HX-Retarget", "#problem")
			.hasHeader("Vary", "HX-Request")
			.bodyText()
			.contains("文件里没有内容")
			.doesNotContain("<html", "<body");
	}

	@Test
	void theUnexpectedShowsOnlyANumberThatTheLogExplains(CapturedOutput log) {
		MvcTestResult result = this.doors.get().uri("/bug").exchange();
		assertThat(result).hasStatus(500).bodyText().doesNotContain("geheim", "IllegalState", "\tat ", "org.pingyi");
		assertThat(log).contains("Incident " + number(result), "geheim");
	}

	@Test
	void aFailedViewShowsANumberToo(CapturedOutput log) {
		MvcTestResult result = this.doors.get()
			.uri("/error")
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
			.requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("geheim"))
			.exchange();
		assertThat(result).hasStatus(500).bodyText().doesNotContain("geheim");
		assertThat(log).contains("Incident " + number(result), "geheim");
	}

	@ParameterizedTest
	@CsvSource({ "/number/x, 404", "/large, 413" })
	void whatWasSentWronglyIsNoIncident(String address, int status, CapturedOutput log) {
		assertThat(this.doors.get().uri(address)).hasStatus(status);
		assertThat(log).doesNotContainPattern("Incident .* at GET " + address.replace("/x", "/"));
	}

	@Test
	void aWrongMethodNamesTheRightOnes() {
		assertThat(this.doors.post().uri("/bug")).hasStatus(405).hasHeader("Allow", "GET");
	}

	@ParameterizedTest
	@CsvSource({ "403, 打不开这个页面", "404, 没有找到这个页面", "405, 这个地址不能这样打开", "413, 上传的文件太大", "418, 请求无法识别", "503, 系统正忙" })
	void everyStatusHasItsWords(int status, String words) {
		assertThat(this.doors.get().uri("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status))
			.hasStatus(status)
			.bodyText()
			.contains(words);
	}

	@Test
	void deniedAccessIsLeftToSecurity() {
		assertThat(this.doors.get().uri("/denied")).failure().rootCause().isInstanceOf(AccessDeniedException.class);
	}

	@Test
	void speaksEnglishToWhoChoseIt() {
		assertThat(this.doors.get().uri("/refusal").cookie(new Cookie("pingyi-lang", "en"))).bodyText()
			.contains("The file is empty");
	}

	@Test
	void aForeignLanguageCookieIsNoError() {
		assertThat(this.doors.get().uri("/refusal").cookie(new Cookie("pingyi-lang", "!!{%$"))).bodyText()
			.contains("文件里没有内容");
	}

	private static String number(MvcTestResult result) {
		Matcher number = NUMBER.matcher(text(result));
		assertThat(number.find()).isTrue();
		return number.group(1);
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@RestController
	static class FailingController {

		@GetMapping("/refusal")
		void refuse() {
			throw Refusal.invalid("web.sheet.empty");
		}

		@GetMapping("/curt")
		void refuseCurtly() {
			throw Refusal.conflict("web.incident");
		}

		@GetMapping("/unnamed")
		void refuseWithoutWords() {
			throw Refusal.conflict("no.such" + ".key");
		}

		@GetMapping("/bug")
		void fail() {
			throw new IllegalStateException("geheim");
		}

		@GetMapping("/number/{number}")
		void number(@PathVariable int number) {
		}

		@GetMapping("/large")
		void large() {
			throw new MaxUploadSizeExceededException(5);
		}

		@GetMapping("/denied")
		void deny() {
			throw new AccessDeniedException("no");
		}

	}

}
