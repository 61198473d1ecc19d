package org.pingyi.outcome.result.rendition;

import java.io.IOException;
import java.io.OutputStream;

import org.pingyi.base.web.kept.Representation;

/**
 * The bytes of a long rendition, read a part at a time: whoever reads slowly holds one
 * part in memory and no connection to the database.
 */
final class StoredBytes implements Representation.Body {

	/** Bytes of a part, but for the last one. */
	static final int PART = 256 * 1024;

	private final long size;

	private final Source source;

	StoredBytes(long size, Source source) {
		this.size = size;
		this.source = source;
	}

	/** Where parts are read. */
	interface Source {

		byte[] part(int number) throws IOException;

	}

	@Override
	public long size() {
		return this.size;
	}

	@Override
	public void write(long from, long to, OutputStream out) throws IOException {
		long position = from;
		while (position < to) {
			byte[] part = this.source.part((int) (position / PART));
			int start = (int) (position % PART);
			int length = (int) Math.min(part.length - start, to - position);
			out.write(part, start, length);
			position += length;
		}
	}

}
