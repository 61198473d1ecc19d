package org.pingyi.rules.scheme;

import java.util.List;

import org.pingyi.rules.scoring.Rules;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Schemes: drafted from a file, checked, frozen into numbered versions. */
@Service
public class Schemes {

	/**
	 * Takes a scheme file in as a new draft.
	 * @param json a document of the format {@code pingyi-scheme/1}
	 * @return number of the draft's scheme
	 * @throws SchemeRefused when it cannot be read, naming the place
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public long importDraft(String json) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Freezes the draft of a scheme into its next version.
	 * @throws SchemeRefused when a check fails, with every fault and its place
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public SchemeVersion freeze(long scheme) {
		throw new UnsupportedOperationException();
	}

	/** The frozen versions, newest first. */
	public List<SchemeVersion> versions() {
		throw new UnsupportedOperationException();
	}

	/** A frozen version; it is kept in memory once read, because it never changes. */
	public SchemeVersion version(long id) {
		throw new UnsupportedOperationException();
	}

	/** The content of a frozen version. */
	public Rules rules(long version) {
		return version(version).rules();
	}

}
