package org.pingyi.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads tables as RFC 4180 writes them, one line after the other. */
final class Csv {

	/** Characters of a cell; a scorecard is the longest. */
	private static final int LONGEST = 10_000_000;

	/** Cells of a line; no table has as many. */
	private static final int MOST_CELLS = 100;

	private final String file;

	private final Reader in;

	/** The character that was read too far, or -2. */
	private int ahead = -2;

	private Csv(String file, Reader in) {
		this.file = file;
		this.in = in;
	}

	static void read(String file, BufferedReader in, Consumer<CsvRow> reader) throws IOException {
		Csv csv = new Csv(file, in);
		List<String> header = csv.line();
		long number = 2;
		for (List<String> cells = csv.line(); !cells.isEmpty(); cells = csv.line()) {
			if (cells.size() != header.size()) {
				throw new Unreadable(file, number, "columns");
			}
			reader.accept(new CsvRow(file, number, header, cells));
			number++;
		}
	}

	/** The cells of a line, none at the end. */
	private List<String> line() throws IOException {
		List<String> cells = new ArrayList<>();
		int character = next();
		while (character != -1) {
			boolean quoted = character == '"';
			cells.add(quoted ? quoted() : bare(character));
			character = next();
			if (character != ',') {
				ended(character);
				return cells;
			}
			character = next();
			if (character == -1 || cells.size() > MOST_CELLS) {
				throw new Unreadable(this.file, 0, "end");
			}
		}
		return cells;
	}

	private String bare(int first) throws IOException {
		StringBuilder text = new StringBuilder();
		int character = first;
		while (character != ',' && character != '\r' && character != '\n' && character != -1) {
			append(text, character);
			character = next();
		}
		this.ahead = character;
		return text.toString();
	}

	private String quoted() throws IOException {
		StringBuilder text = new StringBuilder();
		while (true) {
			int character = next();
			if (character == -1) {
				throw new Unreadable(this.file, 0, "quote");
			}
			if (character == '"') {
				int after = next();
				if (after != '"') {
					this.ahead = after;
					return text.toString();
				}
			}
			append(text, character);
		}
	}

	private void append(StringBuilder text, int character) {
		if (text.length() >= LONGEST) {
			throw new Unreadable(this.file, 0, "length");
		}
		text.append((char) character);
	}

	private void ended(int character) throws IOException {
		if (character == '\r') {
			int after = next();
			if (after != '\n') {
				this.ahead = after;
			}
		}
		else if (character != '\n' && character != -1) {
			throw new Unreadable(this.file, 0, "quote");
		}
	}

	private int next() throws IOException {
		int character = (this.ahead != -2) ? this.ahead : this.in.read();
		this.ahead = -2;
		return character;
	}

}
