package org.pingyi.base.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Hands out characters until one row of a table grows too long. */
final class LineLimit extends FilterReader {

	/**
	 * Twenty cells of the most that a spreadsheet keeps in one, and what is read ahead.
	 */
	private static final int MOST_CHARACTERS = 700_000;

	private int taken;

	LineLimit(Reader in) {
		super(in);
	}

	/** The row is complete; the next one begins. */
	void next() {
		this.taken = 0;
	}

	/** Whether the row that is being read grew too long. */
	boolean exceeded() {
		return this.taken > MOST_CHARACTERS;
	}

	@Override
	public int read() throws IOException {
		char[] one = new char[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0];
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		this.taken += Math.max(read, 0);
		if (exceeded()) {
			throw new IOException("row too long");
		}
		return read;
	}

}
