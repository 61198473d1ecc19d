package org.pingyi.base.job;

import java.io.InputStream;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads parts one after the other, with one of them in memory. */
final class PartInput extends InputStream {

	private final Parts parts;

	private byte @Nullable [] part = {};

	private int at;

	private int number;

	PartInput(Parts parts) {
		this.parts = parts;
	}

	/** Gives parts, counted from 0, and nothing behind the last. */
	interface Parts {

		Optional<byte[]> part(int number);

	}

	@Override
	public int read() {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) {
		while (this.part != null && this.at == this.part.length) {
			this.part = this.parts.part(this.number).orElse(null);
			this.number++;
			this.at = 0;
		}
		if (this.part == null) {
			return -1;
		}
		int taken = Math.min(length, this.part.length - this.at);
		System.arraycopy(this.part, this.at, buffer, offset, taken);
		this.at += taken;
		return taken;
	}

}
