package org.pingyi.rules.scheme;

import java.util.List;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

/** A scheme that cannot be read or frozen, with the faults found. */
public class SchemeRefused extends Refusal {

	/** More than anybody fixes in one go. */
	public static final int MOST = 200;

	private final transient List<Fault> faults;

	public SchemeRefused(String key, List<Fault> faults) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, key, faults.size());
		this.faults = faults.stream().limit(MOST).toList();
	}

	/** The faults in the order of the document, as far as a page can show them. */
	public List<Fault> faults() {
		return this.faults;
	}

	/**
	 * One fault.
	 *
	 * @param place path in the document: {@code trees[0].root.parts[2].weight}
	 * @param key message key of what is wrong
	 * @param value the offending value, first argument of the message
	 */
	public record Fault(String place, String key, String value) {
	}

}
