package org.pingyi.verify;

/** A file that is not what it should be, so that nothing can be said about it. */
final class Unreadable extends RuntimeException {

	private final String file;

	private final long line;

	Unreadable(String file, long line, String what) {
		super(what);
		this.file = file;
		this.line = line;
	}

	String file() {
		return this.file;
	}

	/** The line from 1, or 0 for the whole file. */
	long line() {
		return this.line;
	}

}
