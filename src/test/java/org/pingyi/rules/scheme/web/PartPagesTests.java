package org.pingyi.rules.scheme.web;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scheme.Drafts;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which the office edits a draft part by part. */
@PingyiTest
class PartPagesTests {

	private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]{64})\"");

	private final MockMvcTester mvc;

	private final Schemes schemes;

	private final Drafts drafts;

	PartPagesTests(MockMvcTester mvc, Schemes schemes, Drafts drafts) {
		this.mvc = mvc;
		this.schemes = schemes;
		this.drafts = drafts;
	}

	private long founding() {
		return draft(UnaryOperator.identity());
	}

	private long draft(UnaryOperator<String> change) {
		return As
			.office(() -> this.schemes.importDraft(change.apply(this.schemes.method("m01-founding-city"))));
	}

	private MvcTestResult get(long scheme, String place) {
		return this.mvc.get()
			.uri("/desk/schemes/" + scheme + "/part")
			.param("place", place)
			.with(user("office1").roles("OFFICE"))
			.exchange();
	}

	private MvcTestResult post(long scheme, String place, String mark, String... fields) {
		var request = this.mvc.post()
			.uri("/desk/schemes/" + scheme + "/part")
			.param("place", place)
			.param("mark", mark)
			.with(user("office1").roles("OFFICE"))
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private String mark(long scheme, String place) {
		Matcher mark = MARK.matcher(body(get(scheme, place)));
		assertThat(mark.find()).isTrue();
		return mark.group(1);
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "scales", "scales[0]", "questionnaires", "questionnaires[1]", "raterClasses", "channels",
			"channels[0]", "adjustments", "adjustments.bonuses[0]", "adjustments.deductions[0]", "trees", "trees[0]",
			"trees[0].root", "trees[0].root.parts[0]", "trees[0].root.parts[1]", "ranking", "ranking.gradeRules[0]" })
	void showsEveryPartInBothLanguages(String place) {
		long scheme = founding();
		assertThat(get(scheme, place)).hasStatusOk().bodyText().contains("保存草稿").doesNotContain("??");
		assertThat(this.mvc.get()
			.uri("/desk/schemes/" + scheme + "/part?lang=en")
			.param("place", place)
			.with(user("office1").roles("OFFICE"))
			.exchange()).hasStatusOk().bodyText().contains("Save draft").doesNotContain("??");
	}

}
