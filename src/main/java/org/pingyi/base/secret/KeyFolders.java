package org.pingyi.base.secret;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
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
	 * @param directories one or two, better not on one disk
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

	/**
	 * Marks the places that keys go to: all of them before there is any, and from then on
	 * those that hold one. Any other is marked by whoever runs the city
	 * ({@code src/docs/keys.md}).
	 * @param known the keys that there are or were
	 * @throws KeysRefused when one cannot be used
	 */
	void mark(List<KnownKey> known) {
		this.folders.stream()
			.filter((folder) -> !folder.isMarked() && (known.isEmpty() || holdsOneOf(known, folder)))
			.forEach(KeyFolder::mark);
	}

	private static boolean holdsOneOf(List<KnownKey> known, KeyFolder folder) {
		try {
			return known.stream().anyMatch((key) -> folder.read(key.name()).filter(key::is).isPresent());
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	/**
	 * The first copy of a key that is the right one.
	 * @throws UncheckedIOException when there is none, and a place cannot be read
	 */
	Optional<byte[]> find(String name, Predicate<byte[]> right) {
		List<UncheckedIOException> failures = new ArrayList<>();
		for (KeyFolder folder : this.folders) {
			try {
				Optional<byte[]> key = folder.read(name).filter(right);
				if (key.isPresent()) {
					return key;
				}
			}
			catch (UncheckedIOException ex) {
				failures.add(ex);
			}
		}
		if (!failures.isEmpty()) {
			throw failures.getFirst();
		}
		return Optional.empty();
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
