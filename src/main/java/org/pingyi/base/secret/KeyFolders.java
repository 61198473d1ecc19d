package org.pingyi.base.secret;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The places for keys, which hold the same; all nodes read them. */
@Component
class KeyFolders {

	private static final Logger logger = LoggerFactory.getLogger(KeyFolders.class);

	private static final int KEY = 32;

	private final SecureRandom random = new SecureRandom();

	private final List<KeyFolder> folders;

	/**
	 * @param directories one or two, better not on one disk; made where they are missing
	 * @throws KeysRefused when none is named
	 */
	KeyFolders(@Value("${pingyi.keys.directories:${PINGYI_KEYS:}}") List<String> directories) {
		this.folders = directories.stream()
			.map(String::strip)
			.filter((directory) -> !directory.isEmpty())
			.map((directory) -> new KeyFolder(Path.of(directory)))
			.toList();
		if (this.folders.isEmpty()) {
			throw KeysRefused.nowhere();
		}
	}

	List<KeyFolder> all() {
		return this.folders;
	}

	/** The first copy of a key that is the right one. */
	Optional<byte[]> find(String name, Predicate<byte[]> right) {
		return this.folders.stream().flatMap((folder) -> folder.read(name).stream()).filter(right).findFirst();
	}

	/** A random key, or the one that lies there; it is in every place afterwards. */
	byte[] create(String name) {
		byte[] fresh = new byte[KEY];
		this.random.nextBytes(fresh);
		byte[] key = find(name, (any) -> true).orElse(fresh);
		for (KeyFolder folder : this.folders) {
			folder.write(name, key);
			// Another node may have been faster; the first place decides.
			key = folder.read(name).orElseThrow(() -> KeysRefused.unreadable(name, folder));
		}
		return key;
	}

	/** Where it fails, {@link KeyCheck} tries again. */
	void erase(String name) {
		this.folders.forEach((folder) -> {
			try {
				folder.erase(name);
			}
			catch (UncheckedIOException ex) {
				logger.warn("Key {}, which was given up, cannot be erased in {} now", name, folder, ex);
			}
		});
	}

}
