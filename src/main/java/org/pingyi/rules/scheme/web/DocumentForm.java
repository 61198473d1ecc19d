package org.pingyi.rules.scheme.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A scheme file as it is sent: uploaded, or pasted in.
 *
 * @param document what was pasted, or ""
 * @param file what was uploaded, which then counts
 */
record DocumentForm(@Nullable String document, @Nullable MultipartFile file) {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** The text of the file, or what was pasted. */
	String content() {
		String pasted = (this.document != null) ? this.document : "";
		String text = (this.file == null || this.file.isEmpty()) ? pasted : read(this.file);
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

	private static String read(MultipartFile file) {
		try {
			return new String(file.getBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
