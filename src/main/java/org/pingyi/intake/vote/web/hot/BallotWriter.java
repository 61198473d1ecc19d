package org.pingyi.intake.vote.web.hot;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.ObjectMapper;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.identity.Identities;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Writes the page of the vote without a request: nothing that one reader sent can get
 * into what all the others are shown.
 */
@Component
class BallotWriter {

	private static final String FILES = "/assets/intake/vote";

	private static final String END = "</body>";

	private static final int TAG = 16;

	private final BallotData.Source source;

	private final ITemplateEngine engine;

	private final ObjectProvider<ResourceUrlProvider> files;

	private final ObjectMapper json;

	private final Entrance entrance;

	private final Identities identities;

	private final String base;

	private final String city;

	BallotWriter(BallotData.Source source, ITemplateEngine engine, ObjectProvider<ResourceUrlProvider> files,
			ObjectMapper json, Entrance entrance, Identities identities,
			@Value("${server.servlet.context-path:}") String base, @Value("${pingyi.city:}") String city) {
		this.source = source;
		this.engine = engine;
		this.files = files;
		this.json = json;
		this.entrance = entrance;
		this.identities = identities;
		this.base = base;
		this.city = city;
	}

	/**
	 * Writes it in a language.
	 * @param units the tag of the units that the page asks for
	 */
	Representation write(BallotPage.Year year, String units, Locale locale) {
		Cycle cycle = year.cycle();
		if (cycle == null || !year.open()) {
			return representation(page("closed", year, locale));
		}
		return this.source.of(cycle, this.base + UnitListFilter.PATH + units, locale)
			.map((data) -> representation(with(data, page("ballot", year, locale))))
			.orElseGet(() -> representation(page("closed", year, locale)));
	}

	private static Representation representation(String page) {
		byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
		return Representation.zipped(Representation.HTML, "", bytes, Sha256.hex(bytes).substring(0, TAG));
	}

	private String page(String template, BallotPage.Year year, Locale locale) {
		Map<String, Object> values = new HashMap<>();
		values.put("base", this.base);
		values.put("city", this.city);
		values.put("open", year.open());
		values.put("cycle", year.cycle());
		values.put("ways", this.entrance.ways());
		values.put("identity", this.identities.label(locale).orElse(null));
		values.put("style", file("/ballot.css"));
		values.put("script", file("/ballot.js"));
		values.put("work", file("/work.js"));
		return this.engine.process("intake/vote/" + template, new Context(locale, values)).replaceAll("(?m)^\\s+", "");
	}

	private String file(String name) {
		String named = this.files.getObject().getForLookupPath(FILES + name);
		return this.base + Objects.requireNonNullElse(named, FILES + name);
	}

	/**
	 * Data is no script: the policy lets it pass, and nothing in it can end its element.
	 */
	private String with(BallotData data, String page) {
		String block = this.json.writeValueAsString(data).replace("<", "\\u003c");
		int end = page.lastIndexOf(END);
		return page.substring(0, end) + "<script type=\"application/json\" id=\"ballot\">" + block + "</script>\n"
				+ page.substring(end);
	}

}
