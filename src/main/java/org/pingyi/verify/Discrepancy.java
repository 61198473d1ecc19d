package org.pingyi.verify;

import java.util.List;

/**
 * Something that does not fit.
 *
 * @param check what was checked against what
 * @param key message key that names the place
 * @param arguments its figures
 */
record Discrepancy(Check check, String key, List<String> arguments) {

	@Override
	public String toString() {
		return this.check + " " + this.key + " " + String.join(" ", this.arguments);
	}

}
