package org.pingyi.rules.scheme;

import org.pingyi.As;
import org.pingyi.Samples;

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

	/** A scheme file, frozen. */
	public SchemeVersion frozen(String document) {
		return As.office(() -> this.schemes.freeze(this.schemes.importDraft(document)));
	}

}
