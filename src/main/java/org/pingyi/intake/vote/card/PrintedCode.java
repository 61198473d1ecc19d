package org.pingyi.intake.vote.card;

import java.util.Optional;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.PaperCode;

/**
 * A code on paper: 15 characters chosen at random (74 bits) and a check character.
 *
 * @param characters sixteen characters without hyphens
 */
record PrintedCode(String characters) {

	private static final PaperCode CODES = new PaperCode(15);

	static PrintedCode random() {
		return new PrintedCode(CODES.next());
	}

	/** Reads what people type; empty when it was mistyped. */
	static Optional<PrintedCode> read(String typed) {
		return CODES.read(typed).map(PrintedCode::new);
	}

	/** As it is printed: {@code 7KQ4-M2XD-9FPT-3HWA}. */
	String grouped() {
		return PaperCode.grouped(this.characters);
	}

	/** What stands for the code wherever it is stored. */
	String mac(Pseudonyms pseudonyms) {
		return pseudonyms.of("vote.printed", this.characters);
	}

	/** Never the code itself, wherever it might be logged. */
	@Override
	public String toString() {
		return "PrintedCode";
	}

}
