package org.pingyi.base.secret;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The directories of the keys are not named or cannot be used, or a key that the database
 * needs is not in them: the application does not start.
 */
public class KeysRefused extends RuntimeException {

	private static final String BRING_BACK = "Set PINGYI_KEYS to the directories used so far, separated by a comma, or bring"
			+ " the missing file back from the other directory or its copy (src/docs/keys.md). On a new city name one or two"
			+ " empty directories, readable by the application alone.";

	private final String remedy;

	private KeysRefused(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	private KeysRefused(String message, Throwable cause) {
		super(message, cause);
		this.remedy = BRING_BACK;
	}

	/** What to do about it. */
	String remedy() {
		return this.remedy;
	}

	static KeysRefused nowhere() {
		return new KeysRefused("The property pingyi.keys.directories (environment variable PINGYI_KEYS) names no"
				+ " directory: the keys that hide ballots are kept there, outside the database and its backups.",
				BRING_BACK);
	}

	static KeysRefused unusable(Path directory, IOException cause) {
		return new KeysRefused("The key directory " + directory + " cannot be used.", cause);
	}

	static KeysRefused unmarked(KeyFolder folder) {
		return new KeysRefused(folder.unmarked(), "Mount it. Make that file in a new directory (src/docs/keys.md).");
	}

	static KeysRefused unreadable(String name, KeyFolder folder) {
		return new KeysRefused("The file " + name + " in the key directory " + folder + " holds no key.", BRING_BACK);
	}

	/** Of a key that the database needs, or needed so far. */
	public static KeysRefused missing(String name) {
		return new KeysRefused(
				"The key " + name + " that the database needs is in no key directory, or another one"
						+ " lies there under its name: what is encrypted or signed under it would be lost.",
				BRING_BACK);
	}

	static KeysRefused givenUp(String name) {
		return new KeysRefused(
				"The table secret_key says that the key " + name + " was given up, which no act of the"
						+ " application does: somebody changed the database.",
				"Find out who. Keep the table's row with the minutes, then set its erased_on to null as the owner of the"
						+ " database.");
	}

}
