package org.pingyi.base.web.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands out the bytes of a part until they, or one piece of what is read from them, grow
 * too large.
 */
final class PieceLimit extends FilterInputStream {

	/** A tag or comment is held in memory as a whole; honest ones have a few hundred. */
	private static final int MOST_BYTES = 1 << 20;

	private int taken;

	private long left;

	/**
	 * @param times how many times longer than most parts it may be
	 */
	PieceLimit(InputStream in, int times) {
		super(in);
		this.left = 1024L * 1024 * WorkbookReader.MOST_MEGABYTES * times;
	}

	/** The piece is complete; the next one begins. */
	void next() {
		this.taken = 0;
	}

	@Override
	public int read() throws IOException {
		return took(super.read(), 1);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		return took(read, read);
	}

	private int took(int answer, int bytes) throws IOException {
		this.taken += Math.max(bytes, 0);
		this.left -= Math.max(bytes, 0);
		if (this.taken > MOST_BYTES || this.left < 0) {
			throw UnreadableWorkbook.tooLarge();
		}
		return answer;
	}

}
