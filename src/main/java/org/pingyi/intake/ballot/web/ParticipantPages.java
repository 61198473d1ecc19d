package org.pingyi.intake.ballot.web;

import java.util.List;

import org.pingyi.rules.cycle.Participant;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

/** Cuts the units of a year into pages, so that none grows with the city. */
final class ParticipantPages {

	/** A city of the usual size is on one page. */
	static final int SIZE = 100;

	private ParticipantPages() {
	}

	/** A page by its number from 0; one past the last is empty. */
	static Page<Participant> page(List<Participant> units, int number) {
		PageRequest page = PageRequest.of(number, SIZE);
		int from = (int) Math.min(page.getOffset(), units.size());
		return new PageImpl<>(units.subList(from, Math.min(from + SIZE, units.size())), page, units.size());
	}

}
