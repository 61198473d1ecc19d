package org.pingyi.base.web;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

import org.pingyi.PingyiTest;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** What an act refuses stands in its form, and the answer has the status of it. */
@PingyiTest
class FormsTests {

	/** The standalone server has no message bundles for the errors of a form. */
	private static final String KEY = "web.sheet.empty";

	private final MockMvcTester mvc;

	private final MockMvcTester withoutStatus;

	FormsTests(FormStatus status, Refusals refusals, Incidents incidents,
			@Qualifier("thymeleafViewResolver") ViewResolver views, RefusalMessages messages, LocaleResolver locales) {
		this.mvc = MockMvcTester
			.create(doors(messages, refusals, incidents, views, locales).addInterceptors(status).build());
		this.withoutStatus = MockMvcTester.create(doors(messages, refusals, incidents, views, locales).build());
	}

	private static StandaloneMockMvcBuilder doors(RefusalMessages messages, Refusals refusals, Incidents incidents,
			ViewResolver views, LocaleResolver locales) {
		return MockMvcBuilders.standaloneSetup(new FormController(messages))
			.setControllerAdvice(refusals, incidents)
			.setLocaleResolver(locales)
			.setViewResolvers(views::resolveViewName);
	}

	@Test
	void goesOnWhenTheActSucceeds() {
		assertThat(form("none")).hasStatus3xxRedirection();
	}

	@Test
	void anInvalidFormIs422AndTheActDoesNotRun() {
		assertThat(this.mvc.post().uri("/form").param("act", "bug").param("code", "")).hasStatus(422)
			.bodyText()
			.contains("error-summary", "href=\"#code\"");
	}

	@ParameterizedTest
	@CsvSource({ "field, note", "fallback, code", "foreign, code" })
	void aRefusalStandsBesideItsField(String act, String field) {
		assertThat(form(act)).hasStatus(422)
			.bodyText()
			.contains("href=\"#" + field + "\"", "id=\"" + field + "-error\"", KEY, "value=\"typed\"");
	}

	@Test
	void aRefusalWithoutFieldStandsAboveTheForm() {
		assertThat(this.mvc.post().uri("/whole").param("code", "typed")).hasStatus(422)
			.bodyText()
			.contains("error-summary", KEY, "value=\"typed\"")
			.doesNotContain("field-error");
	}

	@ParameterizedTest
	@CsvSource({ "conflict, 422", "forbidden, 403", "tooMany, 429" })
	void aFormAnswersWithTheStatusOfItsRefusal(String act, int status) {
		assertThat(form(act)).hasStatus(status).bodyText().contains("value=\"typed\"");
	}

	@Test
	void sayingTooManyNamesTheTimeToWait() {
		assertThat(form("tooMany")).hasHeader("Retry-After", "30");
		assertThat(this.mvc.post().uri("/advised").param("code", "typed")).hasStatus(429)
			.hasHeader("Retry-After", "30")
			.bodyText()
			.contains("文件里没有内容", "应有一行列名", "value=\"typed\"");
	}

	@Test
	void whatIsNotThereHasAPageOfItsOwnUnlessItIsAField() {
		assertThat(form("notFound")).hasStatus(404).bodyText().doesNotContain("value=\"typed\"");
		assertThat(form("unknownChoice")).hasStatus(404).bodyText().contains("value=\"typed\"", "code-error");
	}

	@Test
	void aPageWithoutAFormObjectShowsTheRefusalWithItsStatus() {
		assertThat(this.mvc.get().uri("/page?act=conflict")).hasStatus(409).model().containsKey("refusal");
		assertThat(this.mvc.get().uri("/page?act=none")).hasStatus3xxRedirection();
		assertThat(this.mvc.post().uri("/again")).hasStatus(422);
	}

	@Test
	void aListWhoseFilterCannotBeReadIsStillAList() {
		assertThat(this.mvc.get().uri("/list?code=")).hasStatusOk().bodyText().contains("error-summary");
	}

	/** The control: the same requests without the one place that gives the status. */
	@Test
	void withoutItTheStatusWouldBe200() {
		assertThat(this.withoutStatus.post().uri("/form").param("act", "conflict").param("code", "typed")).hasStatusOk()
			.bodyText()
			.contains(KEY);
		assertThat(this.withoutStatus.get().uri("/page?act=conflict")).hasStatusOk();
		assertThat(this.withoutStatus.post().uri("/again")).hasStatusOk();
	}

	private MockMvcRequestBuilder form(String act) {
		return this.mvc.post().uri("/form").param("act", act).param("code", "typed");
	}

	record Form(@NotBlank String code, String points, String day, String secret, String note, String kind, String level,
			List<String> traits, @Nullable Boolean agreed) {
	}

	@Controller
	static class FormController {

		private final RefusalMessages messages;

		FormController(RefusalMessages messages) {
			this.messages = messages;
		}

		@ModelAttribute
		void frame(Model model) {
			model.addAttribute("frame", "base/web/plain");
			model.addAttribute("options", List.of(new Option("A", "很满意")));
		}

		@PostMapping("/form")
		String form(@RequestParam String act, @Valid @ModelAttribute("form") Form form, BindingResult errors) {
			return Forms.accepts(errors, "code", () -> act(act)) ? "redirect:/done" : "sample/form";
		}

		@PostMapping("/whole")
		String whole(@Valid @ModelAttribute("form") Form form, BindingResult errors) {
			return Forms.accepts(errors, () -> act("fallback")) ? "redirect:/done" : "sample/form";
		}

		@PostMapping("/advised")
		String advised(@Valid @ModelAttribute("form") Form form, BindingResult errors) {
			this.messages.addTo(errors, new TooManyRequests(Duration.ofSeconds(30), KEY).at("code"));
			return "sample/form";
		}

		@GetMapping("/list")
		String list(@Valid @ModelAttribute("form") Form form, BindingResult errors) {
			return "sample/form";
		}

		@GetMapping("/page")
		String page(@RequestParam String act, Model model) {
			return Forms.accepts(model, () -> act(act)) ? "redirect:/done" : form(model);
		}

		@PostMapping("/again")
		String again(Model model) {
			return Forms.again(form(model), model);
		}

		private static String form(Model model) {
			model.addAttribute("form", new Form("typed", "", "", "", "", "A", "A", List.of(), false));
			return "sample/form";
		}

		private static void act(String act) {
			switch (act) {
				case "none" -> {
				}
				case "fallback" -> throw Refusal.invalid(KEY);
				case "field" -> throw Refusal.invalid(KEY).at("note");
				case "foreign" -> throw Refusal.invalid(KEY).at("elsewhere");
				case "conflict" -> throw Refusal.conflict(KEY);
				case "forbidden" -> throw new Refusal(HttpStatus.FORBIDDEN, KEY);
				case "tooMany" -> throw new TooManyRequests(Duration.ofSeconds(30), KEY);
				case "notFound" -> throw Refusal.notFound(KEY);
				case "unknownChoice" -> throw Refusal.notFound(KEY).at("code");
				default -> throw new IllegalStateException(act);
			}
		}

	}

}
