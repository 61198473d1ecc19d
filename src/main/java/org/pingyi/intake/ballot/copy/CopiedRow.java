package org.pingyi.intake.ballot.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A row as PostgreSQL copies it out in binary, read column by column: each is led by its
 * length in four bytes, -1 for null. One object is all rows of a copy, one after the
 * other.
 */
public final class CopiedRow {

	private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

	/** The signature, flags, and the length of an extension that there is none of. */
	private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;

	private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private byte[] bytes = {};

	private int place;

	/** Some columns of a row, as they were copied. */
	public static CopiedRow of(byte[] columns) {
		CopiedRow row = new CopiedRow();
		row.bytes = columns;
		return row;
	}

	/** Takes what the server sent next; false when that is the end and no row. */
	boolean take(byte[] message, boolean first) {
		this.bytes = message;
		this.place = first ? HEADER : 0;
		if (first && !Arrays.equals(SIGNATURE, 0, SIGNATURE.length, message, 0, SIGNATURE.length)) {
			throw new IllegalStateException("The server copies in another format");
		}
		int columns = (short) SHORTS.get(message, this.place);
		this.place += Short.BYTES;
		return columns >= 0;
	}

	/** What the columns lie in. */
	public byte[] bytes() {
		return this.bytes;
	}

	/** Where the next column begins, with its length. */
	public int place() {
		return this.place;
	}

	/** Goes past the next column. */
	public void skip() {
		content();
	}

	/**
	 * Goes past the next column and says where its content began; it ended at
	 * {@link #place()}. Null is empty.
	 */
	public int content() {
		int length = (int) INTS.get(this.bytes, this.place);
		int begin = this.place + Integer.BYTES;
		this.place = begin + Math.max(length, 0);
		return begin;
	}

	/** The next column, an {@code int} or {@code bigint}; 0 for null. */
	public long number() {
		int begin = content();
		return switch (this.place - begin) {
			case 0 -> 0;
			case Integer.BYTES -> (int) INTS.get(this.bytes, begin);
			default -> (long) LONGS.get(this.bytes, begin);
		};
	}

	/** The next column as text. */
	public String text() {
		int begin = content();
		return new String(this.bytes, begin, this.place - begin, StandardCharsets.UTF_8);
	}

}
