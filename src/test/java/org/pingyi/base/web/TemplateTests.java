package org.pingyi.base.web;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Templates hold nothing that the pages' policy forbids or that prints what was typed as
 * markup.
 */
class TemplateTests {

	private static final Pattern FORBIDDEN = Pattern.compile("""
			\\s(?:th:)?style\\s*=|<style\\b|\\s(?:th:)?on[a-z]+\\s*=|\\shx-on|javascript:|th:utext|\\[\\(\
			|<script(?![^>]*\\ssrc=)(?![^>]*th:src=)|(?:src|href|action)\\s*=\\s*["'@{|]*(?:https?:)?//""");

	/** A replaced tag takes its condition or loop with it: they would never be asked. */
	private static final Pattern LOST = Pattern.compile("""
			<[^<>]*\\sth:replace="[^"]*"[^<>]*\\sth:(?:if|unless|each|case)=\
			|<[^<>]*\\sth:(?:if|unless|each|case)="[^"]*"[^<>]*\\sth:replace=""");

	@Test
	void putNoConditionOnATagThatIsReplaced() {
		Set<String> faults = new TreeSet<>();
		SourceFiles.of("resources/templates", ".html").find(LOST, (place, match) -> faults.add(place));
		assertThat(faults).as("th:replace beside th:if, th:unless, th:each or th:case").isEmpty();
	}

	@Test
	void holdNothingThatThePolicyForbids() {
		Set<String> faults = new TreeSet<>();
		SourceFiles.of("resources/templates", ".html")
			.find(FORBIDDEN, (place, match) -> faults.add(place + " " + match.group().strip()));
		assertThat(faults).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p th:if=\"${x > 1}\" class=\"y\" th:replace=\"~{a :: b}\">",
			"<p th:replace=\"~{a :: b}\" th:each=\"x : ${y}\">" })
	void theRuleFindsLostConditions(String markup) {
		assertThat(markup).containsPattern(LOST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p style=\"color:red\">", "<p th:style=\"x\">", "<style>", "<a onclick='x'>",
			"<a href=\"javascript:x\">", "<p th:utext=\"x\">", "[(${x})]", "<script>x</script>",
			"<img src=\"https://x/y\">", "<a th:href=\"@{//x}\">", "<a hx-on:click=\"x\">" })
	void theRuleFindsWhatItForbids(String markup) {
		assertThat(markup).containsPattern(FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script th:src=\"@{/assets/x.js}\" defer></script>", "<p class=\"style\">",
			"<html xmlns:th=\"http://www.thymeleaf.org\">", "<a th:href=\"@{/x}\">", "<p th:text=\"${once}\">" })
	void theRuleLeavesTheRestAlone(String markup) {
		assertThat(markup).doesNotContainPattern(FORBIDDEN);
	}

}
