package org.pingyi.outcome.result.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.pingyi.base.audit.Sha256;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.stereotype.Component;

/**
 * Joins the JSON of an outcome from its scorecards, which are stored one by one, and from
 * what else it concludes.
 */
@Component
public class OutcomeDocument {

	/** Every outcome begins with its scorecards. */
	private static final String HEAD = "{\"scorecards\":[";

	private final RunJson json;

	OutcomeDocument(RunJson json) {
		this.json = json;
	}

	/** The JSON of an outcome without its scorecards. */
	public String conclusion(Outcome outcome) {
		return this.json.write(new Outcome(List.of(), outcome.means(), outcome.alike()));
	}

	/** SHA-256 of the JSON of the whole outcome, in hexadecimal. */
	public String digest(String conclusion, List<String> scorecards) {
		return Sha256.hex((out) -> write(conclusion, scorecards.stream(), out));
	}

	/** Writes the JSON of the whole outcome in UTF-8, and leaves the stream open. */
	public void write(String conclusion, Stream<String> scorecards, OutputStream out) {
		try {
			write(HEAD, out);
			String separator = "";
			for (Iterator<String> cards = scorecards.iterator(); cards.hasNext(); separator = ",") {
				write(separator, out);
				write(cards.next(), out);
			}
			write(conclusion.substring(HEAD.length()), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(String text, OutputStream out) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The whole outcome. */
	public Outcome read(String conclusion, List<String> scorecards) {
		Outcome others = this.json.read(conclusion, Outcome.class);
		return new Outcome(scorecards.stream().map((card) -> this.json.read(card, Scorecard.class)).toList(),
				others.means(), others.alike());
	}

}
