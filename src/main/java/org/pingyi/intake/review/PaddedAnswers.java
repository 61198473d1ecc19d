package org.pingyi.intake.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is marked about a unit as bytes, filled up to one length, so that an encrypted
 * draft does not tell how much somebody wrote.
 */
final class PaddedAnswers {

	/** Holds the longest opinion and 40 items, and still fits a row of the heap. */
	static final int BLOCK = 1920;

	private PaddedAnswers() {
	}

	/** A whole number of blocks; one for every usual questionnaire. */
	static byte[] write(UnitAnswers answers) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeShort(answers.answers().size());
			for (Map.Entry<String, Integer> answer : answers.answers().entrySet()) {
				out.writeUTF(answer.getKey());
				out.writeInt(answer.getValue());
			}
			out.writeUTF(answers.opinion());
			out.writeBoolean(answers.mayForward());
			out.writeUTF(answers.state().page());
			out.writeInt(answers.state().changes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Arrays.copyOf(bytes.toByteArray(), Math.ceilDiv(bytes.size(), BLOCK) * BLOCK);
	}

	static UnitAnswers read(byte[] padded) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(padded))) {
			Map<String, Integer> answers = new LinkedHashMap<>();
			for (int left = in.readUnsignedShort(); left > 0; left--) {
				answers.put(in.readUTF(), in.readInt());
			}
			return new UnitAnswers(answers, in.readUTF(), in.readBoolean(), new PageState(in.readUTF(), in.readInt()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
