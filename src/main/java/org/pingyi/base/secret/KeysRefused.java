package org.pingyi.base.secret;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The directories of the keys are not named or cannot be used, or a key that the database
 * needs is not in them: the application does not start.
 */
public class KeysRefused extends RuntimeException {

	private KeysRefused(String message) {
		super(message);
	}

	private KeysRefused(String message, Throwable cause) {
		super(message, cause);
	}

	static KeysRefused nowhere() {
		return new KeysRefused("The property pingyi.keys.directories (environment variable PINGYI_KEYS) names no"
				+ " directory: the keys that hide ballots are kept there, outside the database and its backups.");
	}

	static KeysRefused unusable(Path directory, IOException cause) {
		return new KeysRefused("The key directory " + directory + " cannot be used.", cause);
	}

	static KeysRefused unreadable(String name, KeyFolder folder) {
		return new KeysRefused("The file " + name + " in the key directory " + folder + " holds no key.");
	}

	static KeysRefused missing(String name) {
		return new KeysRefused("The key " + name + " that the database needs is in no key directory, or another one"
				+ " lies there under its name: what is encrypted under it would be lost.");
	}

}
