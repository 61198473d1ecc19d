package org.pingyi.base.job;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Cuts what is written into the parts in which it is stored. */
final class PartOutput extends OutputStream {

	/** Bytes of a part, but for the last one. */
	static final int PART = 256 * 1024;

	private final Parts parts;

	private final ByteArrayOutputStream part = new ByteArrayOutputStream();

	private int number;

	private long size;

	PartOutput(Parts parts) {
		this.parts = parts;
	}

	/** Takes parts, counted from 0. */
	interface Parts {

		void take(int number, byte[] part);

	}

	/** How many bytes were written. */
	long size() {
		return this.size;
	}

	@Override
	public void write(int one) {
		write(new byte[] { (byte) one }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		int from = offset;
		int end = offset + length;
		while (from < end) {
			int fits = Math.min(end - from, PART - this.part.size());
			this.part.write(bytes, from, fits);
			from += fits;
			if (this.part.size() == PART) {
				cut();
			}
		}
		this.size += length;
	}

	@Override
	public void close() {
		if (this.part.size() > 0) {
			cut();
		}
	}

	private void cut() {
		this.parts.take(this.number, this.part.toByteArray());
		this.part.reset();
		this.number++;
	}

}
