package org.pingyi.base.web.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.springframework.util.StreamUtils;

/**
 * What an address answers as it goes over the wire (RFC 9110, section 3.2), made once and
 * sent many times.
 *
 * @param type its media type
 * @param fileName by what name it is saved, or "" for a page
 * @param zipped whether the body is compressed with gzip; readers who do not take that
 * get it unpacked
 * @param length number of its bytes before any compression
 * @param tag names the content, in characters that need no quoting
 * @param body the bytes
 */
public record Representation(String type, String fileName, boolean zipped, long length, String tag, Body body) {

	public static final String HTML = "text/html;charset=UTF-8";

	/** Where the bytes lie. */
	public interface Body {

		/** How many there are. */
		long size();

		/** Writes those from one position up to, but not with, another. */
		void write(long from, long to, OutputStream out) throws IOException;

	}

	/** Bytes in memory. */
	public record Bytes(byte[] bytes) implements Body {

		@Override
		public long size() {
			return this.bytes.length;
		}

		@Override
		public void write(long from, long to, OutputStream out) throws IOException {
			out.write(this.bytes, (int) from, (int) (to - from));
		}

	}

	/** Bytes of a file. */
	private record OnDisk(Path path, long size) implements Body {

		@Override
		public void write(long from, long to, OutputStream out) throws IOException {
			try (InputStream in = Files.newInputStream(this.path)) {
				StreamUtils.copyRange(in, out, from, to - 1);
			}
		}

	}

	/** Text that is shown or saved, compressed. */
	public static Representation zipped(String type, String fileName, byte[] content, String tag) {
		return new Representation(type, fileName, true, content.length, tag, new Bytes(compressed(content)));
	}

	/** A file that is compressed in itself. */
	public static Representation file(String type, String fileName, byte[] content, String tag) {
		return new Representation(type, fileName, false, content.length, tag, new Bytes(content));
	}

	/** The same, of any length. */
	public static Representation file(String type, String fileName, Path content, String tag) throws IOException {
		long size = Files.size(content);
		return new Representation(type, fileName, false, size, tag, new OnDisk(content, size));
	}

	/** Weak where the compressed and the unpacked bytes carry the same. */
	String entityTag() {
		return this.zipped ? "W/\"" + this.tag + '"' : '"' + this.tag + '"';
	}

	void writeUnpacked(OutputStream out) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream((int) this.body.size());
		this.body.write(0, this.body.size(), packed);
		new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).transferTo(out);
	}

	private static byte[] compressed(byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new Smallest(bytes)) {
			zip.write(content);
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
