package org.pingyi.outcome.result.rendition;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Cuts what is written into the parts in which it is stored. */
final class PartStream extends OutputStream {

	private final Parts parts;

	private final ByteArrayOutputStream part = new ByteArrayOutputStream();

	private int number;

	PartStream(Parts parts) {
		this.parts = parts;
	}

	/** Takes parts, counted from 0. */
	interface Parts {

		void take(int number, byte[] part);

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
			int fits = Math.min(end - from, StoredBytes.PART - this.part.size());
			this.part.write(bytes, from, fits);
			from += fits;
			if (this.part.size() == StoredBytes.PART) {
				cut();
			}
		}
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
