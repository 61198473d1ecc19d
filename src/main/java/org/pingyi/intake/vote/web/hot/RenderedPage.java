package org.pingyi.intake.vote.web.hot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.pingyi.base.audit.Sha256;

/**
 * A page as it goes over the wire, made once and sent many times.
 *
 * @param plain the page in UTF-8
 * @param zipped the same, compressed with gzip
 * @param tag names the content, for {@code ETag} and {@code If-None-Match}; weak, because
 * both forms carry it
 */
record RenderedPage(byte[] plain, byte[] zipped, String tag) {

	private static final int TAG = 16;

	static RenderedPage of(String page) {
		byte[] plain = page.getBytes(StandardCharsets.UTF_8);
		return new RenderedPage(plain, zipped(plain), "W/\"" + Sha256.hex(plain).substring(0, TAG) + "\"");
	}

	private static byte[] zipped(byte[] plain) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new Smallest(bytes)) {
			zip.write(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Takes the time that a page sent on the fly has not. */
	private static final class Smallest extends GZIPOutputStream {

		Smallest(ByteArrayOutputStream bytes) throws IOException {
			super(bytes);
			this.def.setLevel(Deflater.BEST_COMPRESSION);
		}

	}

}
