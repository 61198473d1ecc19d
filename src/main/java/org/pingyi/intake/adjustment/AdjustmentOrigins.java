package org.pingyi.intake.adjustment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads from a line of a scorecard back to its adjustment, and to what that rests on. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('OFFICE', 'LIAISON')")
public class AdjustmentOrigins {

	private final AdjustmentRepository adjustments;

	private final List<SourcePages> pages;

	private final Cycles cycles;

	private final Units units;

	AdjustmentOrigins(AdjustmentRepository adjustments, List<SourcePages> pages, Cycles cycles, Units units) {
		this.adjustments = adjustments;
		this.pages = pages;
		this.cycles = cycles;
		this.units = units;
	}

	/**
	 * The origin of one adjustment.
	 * @throws Refusal 404 when there is none, or it is about another unit than a
	 * liaison's own
	 */
	public AdjustmentOrigin of(long adjustment) {
		return Optional.ofNullable(of(List.of(adjustment)).get(adjustment))
			.orElseThrow(() -> Refusal.notFound("adjustment.unknown"));
	}

	/**
	 * Origins by number of the adjustment, for a liaison those about the own unit only.
	 */
	public Map<Long, AdjustmentOrigin> of(Collection<Long> ids) {
		List<Adjustment> found = readable(
				this.adjustments.findByIdIn(ids).stream().map(AdjustmentEntity::adjustment).toList());
		Map<Long, String> codes = found.stream()
			.map((each) -> each.proposal().cycle())
			.distinct()
			.collect(Collectors.toMap((cycle) -> cycle, (cycle) -> this.cycles.byId(cycle).code()));
		Map<Long, String> sources = sources(found);
		return found.stream()
			.collect(Collectors.toMap(Adjustment::id,
					(each) -> origin(each, codes.getOrDefault(each.proposal().cycle(), ""), sources)));
	}

	private List<Adjustment> readable(List<Adjustment> found) {
		if (Actor.hasRole("OFFICE")) {
			return found;
		}
		long own = this.units.own().id();
		return found.stream().filter((each) -> each.proposal().unit() == own).toList();
	}

	private Map<Long, String> sources(List<Adjustment> found) {
		Map<Long, String> sources = new HashMap<>();
		for (SourcePages door : this.pages) {
			List<Adjustment> theirs = found.stream()
				.filter((each) -> SourceKind.of(each.proposal()) == door.kind())
				.toList();
			if (!theirs.isEmpty()) {
				sources.putAll(door.of(theirs));
			}
		}
		return sources;
	}

	private static AdjustmentOrigin origin(Adjustment adjustment, String cycle, Map<Long, String> sources) {
		String page = Actor.hasRole("OFFICE") ? "/desk/adjustments/" + adjustment.id()
				: "/unit/claims?cycle=" + cycle + "#adjustment-" + adjustment.id();
		return new AdjustmentOrigin(adjustment.id(), page, SourceKind.of(adjustment.proposal()),
				SourceKind.number(adjustment.proposal()), sources.get(adjustment.id()));
	}

}
