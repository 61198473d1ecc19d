package org.pingyi.rules.scheme.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.pingyi.rules.scheme.format.Kinds;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a scheme says of a node, it says of every kind. */
class KindTemplateTests {

	private static final Pattern CASE = Pattern.compile("th:case=\"'(\\w+)'\"");

	@Test
	void saysHowEveryKindComesToItsValue() throws IOException {
		assertThat(cases("manner")).isEqualTo(new TreeSet<>(Set.of(Kinds.names().split(", "))));
	}

	private static Set<String> cases(String template) throws IOException {
		String html = new ClassPathResource("templates/rules/scheme/" + template + ".html")
			.getContentAsString(StandardCharsets.UTF_8);
		return CASE.matcher(html)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
