package org.pingyi.intake.ballot;

import java.util.List;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

/** Somebody rated a unit that they have rated before; nothing was taken in. */
public class RightUsed extends Refusal {

	private final transient List<Long> units;

	RightUsed(List<Long> units, String names) {
		super(HttpStatus.CONFLICT, "ballot.rightUsed", names);
		this.units = List.copyOf(units);
	}

	/** Numbers of the units that were rated before. */
	public List<Long> units() {
		return this.units;
	}

}
