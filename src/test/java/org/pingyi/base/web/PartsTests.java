package org.pingyi.base.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames and parts render for everybody, in both languages, with what was typed. */
@PingyiTest
class PartsTests {

	private static final List<Option> OPTIONS = List.of(new Option("A", "很满意"), new Option("B", "不满意"));

	private final Rendering rendering;

	PartsTests(Rendering rendering) {
		this.rendering = rendering;
	}

	record Form(String code, BigDecimal points, LocalDate day, String secret, String note, String kind, String level,
			List<String> traits, boolean agreed) {
	}

	record Year(String code, String name) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "desk", "unit", "review", "kiosk", "inspect", "plain" })
	void everyFrameHoldsTheParts(String frame) {
		String page = As.office(() -> parts("base/web/" + frame, "/desk/results", Locale.SIMPLIFIED_CHINESE));
		assertThat(page).contains("<title>结果 · 评议</title>", "lang=\"zh-CN\"", "市水务局", "关闭后不再接受评议")
			.containsOnlyOnce("<h1")
			.containsOnlyOnce("<head>")
			.containsOnlyOnce("<main>")
			.doesNotContain("th:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "desk", "unit", "review", "kiosk", "inspect", "plain" })
	void everyFrameHoldsAForm(String frame) {
		String page = form("base/web/" + frame, Locale.SIMPLIFIED_CHINESE);
		assertThat(page)
			.contains("value=\"2026-11-02\"", "<option value=\"A\" selected=\"selected\">", "href=\"#code\"",
					"aria-invalid=\"true\"", "aria-describedby=\"code-hint code-error\"")
			.doesNotContain("th:", "geheim");
	}

	@Test
	void rendersInEnglish() {
		assertThat(parts("base/web/public", "/", Locale.ENGLISH)).contains("lang=\"en\"", "Sample City",
				"Rate agencies");
	}

	private String parts(String frame, String path, Locale locale) {
		return this.rendering.render("sample/parts", path, locale,
				Map.of("frame", frame, "cycles", List.of(new Year("2026", "2026年度"), new Year("2025", "2025年度")),
						"cycle", new Year("2025", "2025年度"), "errors",
						List.of(new RowError(3, "单位编码", "web.sheet.error", "x")), "page",
						new PageImpl<>(List.of("a"), PageRequest.of(1, 1), 3), "notice", "web.skip"));
	}

	private String form(String frame, Locale locale) {
		Form form = new Form("s<w", new BigDecimal("1.5"), LocalDate.of(2026, 11, 2), "geheim", "说明", "A", "B",
				List.of("A"), true);
		BindingResult result = new BeanPropertyBindingResult(form, "form");
		result.rejectValue("code", "x", "编码只能是大写字母");
		Map<String, Object> model = new HashMap<>(result.getModel());
		model.put("frame", frame);
		model.put("options", OPTIONS);
		return this.rendering.render("sample/form", "/desk/units", locale, model);
	}

}
