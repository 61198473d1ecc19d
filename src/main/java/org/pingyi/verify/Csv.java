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

	private final char[] buffer = new char[1 << 16];

	private int at;

	private int limit;

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
		if (peek() == -1) {
			return cells;
		}
		while (true) {
			cells.add((peek() == '"') ? quoted() : bare());
			int end = next();
			if (end != ',') {
				ended(end);
				return cells;
			}
			if (peek() == -1 || cells.size() > MOST_CELLS) {
				throw new Unreadable(this.file, 0, "end");
			}
		}
	}

	private String bare() throws IOException {
		int start = this.at;
		skipBare();
		if (this.at < this.limit) {
			return new String(this.buffer, start, this.at - start);
		}
		StringBuilder text = new StringBuilder();
		while (this.at == this.limit) {
			append(text, start, this.at);
			if (peek() == -1) {
				return text.toString();
			}
			start = this.at;
			skipBare();
		}
		append(text, start, this.at);
		return text.toString();
	}

	private void skipBare() {
		while (this.at < this.limit && isBare(this.buffer[this.at])) {
			this.at++;
		}
	}

	private static boolean isBare(char character) {
		return character != ',' && character != '\r' && character != '\n';
	}

	private String quoted() throws IOException {
		StringBuilder text = new StringBuilder();
		next();
		while (true) {
			int character = next();
			if (character == -1) {
				throw new Unreadable(this.file, 0, "quote");
			}
			if (character == '"') {
				if (peek() != '"') {
					return text.toString();
				}
				next();
			}
			append(text, this.at - 1, this.at);
		}
	}

	private void append(StringBuilder text, int from, int to) {
		if (text.length() + to - from > LONGEST) {
			throw new Unreadable(this.file, 0, "length");
		}
		text.append(this.buffer, from, to - from);
	}

	private void ended(int character) throws IOException {
		if (character == '\r') {
			if (peek() == '\n') {
				next();
			}
		}
		else if (character != '\n' && character != -1) {
			throw new Unreadable(this.file, 0, "quote");
		}
	}

	private int next() throws IOException {
		int character = peek();
		if (character != -1) {
			this.at++;
		}
		return character;
	}

	/** The next character without going on, or -1 at the end. */
	private int peek() throws IOException {
		if (this.at == this.limit) {
			this.at = 0;
			this.limit = Math.max(0, this.in.read(this.buffer));
		}
		return (this.at < this.limit) ? this.buffer[this.at] : -1;
	}

}
