package org.pingyi.base.web.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import org.pingyi.base.web.workbook.UnreadableWorkbook.Reason;

/**
 * The parts of a workbook's archive by their names, in lower case and with slashes. The
 * directory at its end counts: many programs stream their files, whose parts nothing but
 * the directory tells the size of. A part is unpacked while it is read.
 */
final class Parts implements AutoCloseable {

	/** Far more than sheets, pictures and comments of an honest file need. */
	private static final int MOST_PARTS = 1000;

	private static final byte[] NONE = "<none/>".getBytes(StandardCharsets.US_ASCII);

	private final ZipFile archive;

	private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

	/**
	 * Opens an archive.
	 * @throws UnreadableWorkbook when a name comes twice, the parts are too many or one
	 * is a program
	 * @throws IOException when it is no complete archive
	 */
	Parts(byte[] content) throws IOException {
		this.archive = ZipFile.builder().setByteArray(content).get();
		for (ZipArchiveEntry entry : Collections.list(this.archive.getEntries())) {
			add(entry);
		}
	}

	private void add(ZipArchiveEntry entry) throws UnreadableWorkbook {
		String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
		if (name.endsWith("vbaproject.bin")) {
			throw new UnreadableWorkbook(Reason.MACROS, "");
		}
		if (this.entries.put(name, entry) != null) {
			throw UnreadableWorkbook.damaged();
		}
		if (this.entries.size() > MOST_PARTS) {
			throw UnreadableWorkbook.tooLarge();
		}
	}

	boolean has(String part) {
		return this.entries.containsKey(part);
	}

	/** The bytes of a part; of one that is not there, a document without content. */
	InputStream open(String part) throws IOException {
		ZipArchiveEntry entry = this.entries.get(part);
		return (entry != null) ? this.archive.getInputStream(entry) : new ByteArrayInputStream(NONE);
	}

	@Override
	public void close() throws IOException {
		this.archive.close();
	}

}
