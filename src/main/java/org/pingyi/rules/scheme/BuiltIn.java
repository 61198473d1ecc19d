package org.pingyi.rules.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.pingyi.rules.scoring.Rules;

import org.springframework.core.io.ClassPathResource;

/** The scheme files that ship with the product. */
final class BuiltIn {

	private static final List<String> CODES = List.of("m01-founding-city", "regions-12");

	private BuiltIn() {
	}

	static List<Method> methods() {
		return CODES.stream().map(BuiltIn::method).toList();
	}

	static Optional<String> document(String code) {
		return CODES.contains(code) ? Optional.of(read(code)) : Optional.empty();
	}

	private static Method method(String code) {
		Rules rules = SchemeFile.read(read(code));
		return new Method(code, rules.title(), rules.source());
	}

	private static String read(String code) {
		try {
			return new ClassPathResource("scheme/" + code + ".json").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
