package org.pingyi.intake.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Finds visits, with the units that they go to. */
@Component
class VisitFinder {

	private final VisitRepository visits;

	private final Units units;

	VisitFinder(VisitRepository visits, Units units) {
		this.visits = visits;
		this.units = units;
	}

	/**
	 * @param state "" for every state
	 */
	Page<Visit> page(long cycle, String state, Pageable page) {
		Map<Long, Unit> known = known();
		return this.visits.page(cycle, state, page).map((visit) -> visit(visit, known));
	}

	/** The visits of an inspector that were not taken back: open ones first, by day. */
	List<Visit> ofInspector(long cycle, String inspector) {
		Map<Long, Unit> known = known();
		return this.visits.ofInspector(cycle, inspector).stream().map((visit) -> visit(visit, known)).toList();
	}

	Optional<Visit> byId(long id) {
		return this.visits.summary(id).map((visit) -> visit(visit, Map.of()));
	}

	private Map<Long, Unit> known() {
		return this.units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
	}

	/** Closed units are not among those known. */
	private Visit visit(VisitSummary visit, Map<Long, Unit> known) {
		@Nullable Unit unit = known.get(visit.unit());
		return visit.toVisit((unit != null) ? unit : this.units.byId(visit.unit()).orElseThrow());
	}

}
