package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;

/** Texts as boxes hold them: how many signs, and each in two bytes. */
final class PaddedBuffer {

	private PaddedBuffer() {
	}

	/** Room for so many bytes, and as long as all others of its kind. */
	static ByteBuffer box(int used, int length) {
		return ByteBuffer.allocate((used / length + 1) * length);
	}

	/** How many bytes a text takes. */
	static int size(String text) {
		return Short.BYTES + text.length() * Character.BYTES;
	}

	static void put(ByteBuffer box, String text) {
		box.putShort((short) text.length());
		for (int sign = 0; sign < text.length(); sign++) {
			box.putChar(text.charAt(sign));
		}
	}

	static String take(ByteBuffer box) {
		char[] signs = new char[box.getShort()];
		for (int sign = 0; sign < signs.length; sign++) {
			signs[sign] = box.getChar();
		}
		return new String(signs);
	}

}
