package org.pingyi.rules.scheme.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.text.UploadedText;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.SchemeRefused;

import org.springframework.web.multipart.MultipartFile;

/**
 * A scheme file as it is sent: uploaded, or pasted in.
 *
 * @param document what was pasted, or ""
 * @param file what was uploaded, which then counts
 */
record DocumentForm(@Nullable String document, @Nullable MultipartFile file) {

	/**
	 * The text of the file, or what was pasted.
	 * @throws SchemeRefused when the file is no text
	 */
	String content() {
		return text().orElseThrow(
				() -> new SchemeRefused("scheme.unreadable", List.of(new Fault("", "scheme.file.encoding", ""))));
	}

	/** The form to be shown again, with what was sent as text. */
	DocumentForm again() {
		return new DocumentForm(text().orElse(""), null);
	}

	private Optional<String> text() {
		try {
			if (this.file != null && !this.file.isEmpty()) {
				return Optional.of(UploadedText.read(this.file.getBytes()));
			}
			return Optional.of((this.document != null) ? this.document.replaceFirst("^\uFEFF", "") : "");
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
