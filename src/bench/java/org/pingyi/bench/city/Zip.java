package org.pingyi.bench.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks what the application has packed. */
final class Zip {

	private Zip() {
	}

	static void extract(Path zip, Path folder) throws IOException {
		try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				Path file = folder.resolve(entry.getName()).normalize();
				if (entry.isDirectory() || !file.startsWith(folder)) {
					continue;
				}
				Files.createDirectories(file.getParent());
				Files.copy(entries, file);
			}
		}
	}

}
