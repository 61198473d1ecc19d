package org.pingyi.intake.vote.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pingyi.intake.vote.VoteSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** Mr Li with his phone, as he fills in the pages of the vote in one browser. */
final class Citizen {

	private static final Pattern ORDER = Pattern.compile("name=\"order\" value=\"([^\"]+)\"");

	private static final Pattern PASS = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"");

	private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

	private final MockMvcTester mvc;

	private final VoteSamples samples;

	private String order = "";

	Citizen(MockMvcTester mvc, VoteSamples samples) {
		this.mvc = mvc;
		this.samples = samples;
	}

	/** Confirms the number; the form then holds what the page of units carries. */
	MultiValueMap<String, String> enter() {
		order();
		String page = text(code(this.samples.codeOf(LI)));
		assertThat(page).contains("市水务局", "窗口服务部门");
		MultiValueMap<String, String> form = fields("pass", group(PASS, page));
		form.add("key", group(KEY, page));
		return form;
	}

	/** Asks for a code; the page that answers holds the order. */
	String order() {
		MultiValueMap<String, String> form = fields("phone", LI.digits());
		form.add("order", this.order);
		String page = text(post("/vote/codes", form));
		this.order = group(ORDER, page);
		return page;
	}

	MvcTestResult code(String code) {
		MultiValueMap<String, String> form = fields("phone", LI.digits());
		form.add("order", this.order);
		form.add("code", code);
		return post("/vote/passes", form);
	}

	static void rate(MultiValueMap<String, String> form, String unit, String code) {
		for (int item = 1; item <= 5; item++) {
			form.set(unit + ".o0" + item, code);
		}
	}

	MvcTestResult post(String address, MultiValueMap<String, String> form) {
		return this.mvc.post().uri(address).params(form).exchange();
	}

	static MultiValueMap<String, String> fields(String name, String value) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.add(name, value);
		return fields;
	}

	static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String group(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

}
