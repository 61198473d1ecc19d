package org.pingyi.rules.scheme.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.pingyi.rules.scheme.Method;
import org.pingyi.rules.scoring.Rules;

import org.springframework.core.io.ClassPathResource;

/** The scheme files that ship with the product. */
public final class BuiltIn {

	/** The JSON Schema of the format, for editors. */
	public static final String SCHEMA = "pingyi-scheme-2.schema.json";

	private static final List<String> CODES = List.of("m01-founding-city", "m02-ten-thousand-rate",
			"m03-prefecture-2010", "m04-county-four-classes", "m05-kai-county-online", "m06-county-2017-online",
			"m07-changde-2017", "m07b-capped-bonuses", "m08-window-inspection", "m08b-pass-basic-fail",
			"m09-ruian-2012", "m10-counterparts-2008", "m10b-cadre-appraisal", "m11-officials-sections",
			"m12-ankang-2014", "m13-zhangzhou-2014", "m14-wuhan-2011", "m15-daye-2019", "m16-good-bad-rating",
			"hotline-callbacks", "regions-12");

	private BuiltIn() {
	}

	/** Their codes, in the order in which they are offered. */
	public static List<String> codes() {
		return CODES;
	}

	public static List<Method> methods() {
		return CODES.stream().map(BuiltIn::method).toList();
	}

	public static Optional<String> document(String code) {
		return CODES.contains(code) ? Optional.of(read(code)) : Optional.empty();
	}

	/** The JSON Schema that is made from the records of the rules. */
	public static String schema() {
		return resource(SCHEMA);
	}

	private static Method method(String code) {
		Rules rules = SchemeFile.read(read(code));
		return new Method(code, rules.title(), rules.source());
	}

	private static String read(String code) {
		return resource(code + ".json");
	}

	private static String resource(String name) {
		try {
			return new ClassPathResource("scheme/" + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
