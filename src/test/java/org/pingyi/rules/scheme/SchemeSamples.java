package org.pingyi.rules.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.pingyi.As;
import org.pingyi.Samples;

import org.springframework.core.io.ClassPathResource;

/** Frozen schemes for tests. */
@Samples
public class SchemeSamples {

	private final Schemes schemes;

	SchemeSamples(Schemes schemes) {
		this.schemes = schemes;
	}

	/** The founding city's method, frozen. */
	public SchemeVersion founding() {
		return frozen(this.schemes.method("m01-founding-city"));
	}

	/**
	 * A method that asks much of stores and doors: quantities, notices, figures, places,
	 * valid sheets, numbers of people, earlier years.
	 */
	public SchemeVersion demanding() {
		return frozen(demandingFile());
	}

	public static String demandingFile() {
		try {
			return new ClassPathResource("scheme/demanding.json").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A scheme file, frozen. */
	public SchemeVersion frozen(String document) {
		return As.office(() -> this.schemes.freeze(this.schemes.importDraft(document)));
	}

}
