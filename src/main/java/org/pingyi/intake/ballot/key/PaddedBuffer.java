package org.pingyi.intake.ballot.key;

import java.nio.ByteBuffer;

/** Texts as they are encrypted: how many characters, and each in two bytes. */
public final class PaddedBuffer {

	private PaddedBuffer() {
	}

	/** Room for so many bytes, and as long as all others of its kind. */
	public static ByteBuffer allocate(int used, int length) {
		return ByteBuffer.allocate((used / length + 1) * length);
	}

	/** All bytes of an {@link #allocate allocated} buffer, without a copy. */
	@SuppressWarnings("ByteBufferBackingArray")
	public static byte[] bytes(ByteBuffer buffer) {
		return buffer.array();
	}

	/** How many bytes a text takes. */
	public static int size(String text) {
		return Short.BYTES + text.length() * Character.BYTES;
	}

	public static void put(ByteBuffer buffer, String text) {
		buffer.putShort((short) text.length());
		for (int at = 0; at < text.length(); at++) {
			buffer.putChar(text.charAt(at));
		}
	}

	public static String take(ByteBuffer buffer) {
		char[] characters = new char[buffer.getShort()];
		for (int at = 0; at < characters.length; at++) {
			characters[at] = buffer.getChar();
		}
		return new String(characters);
	}

}
