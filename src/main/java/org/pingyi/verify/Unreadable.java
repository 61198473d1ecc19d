package org.pingyi.verify;

/** A file that is not what it should be, so that nothing can be said about it. */
final class Unreadable extends RuntimeException {

	private final String file;

	private final long line;

	private final String what;

	Unreadable(String file, long line, String what) {
		super(what);
		this.file = file;
		this.line = line;
		this.what = what;
	}

	String file() {
		return this.file;
	}

	/** The line from 1, or 0 for the whole file. */
	long line() {
		return this.line;
	}

	/** What could not be read there: a column, or the kind of file. */
	String what() {
		return this.what;
	}

}
