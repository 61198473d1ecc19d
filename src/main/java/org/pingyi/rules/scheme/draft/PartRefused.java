package org.pingyi.rules.scheme.draft;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

/** A change to a draft that was not stored; the part holds what was typed. */
public class PartRefused extends Refusal {

	private final transient Part part;

	public PartRefused(HttpStatus status, String key, Part part) {
		super(status, key, part.faults().size());
		this.part = part;
	}

	/** The part as it was typed, with its faults. */
	public Part part() {
		return this.part;
	}

}
