package org.pingyi.intake.hotline;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Actor;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.SourceKind;
import org.pingyi.intake.adjustment.SourcePages;

import org.springframework.stereotype.Component;

/** Leads the office from a deduction to its hotline case. */
@Component
class CasePages implements SourcePages {

	private final HotlineCaseRepository cases;

	CasePages(HotlineCaseRepository cases) {
		this.cases = cases;
	}

	@Override
	public SourceKind kind() {
		return SourceKind.HOTLINE;
	}

	@Override
	public Map<Long, String> of(Collection<Adjustment> adjustments) {
		if (!Actor.hasRole("OFFICE")) {
			return Map.of();
		}
		Map<CaseNumber.Key, Long> cases = this.cases
			.findByNumbers(adjustments.stream().map((each) -> each.proposal().cycle()).distinct().toList(),
					adjustments.stream().map((each) -> SourceKind.number(each.proposal())).toList())
			.stream()
			.collect(Collectors.toMap(CaseNumber::key, CaseNumber::id));
		return adjustments.stream()
			.filter((each) -> cases.containsKey(key(each)))
			.collect(Collectors.toMap(Adjustment::id, (each) -> "/desk/hotline/" + cases.get(key(each))));
	}

	private static CaseNumber.Key key(Adjustment adjustment) {
		return new CaseNumber.Key(adjustment.proposal().cycle(), SourceKind.number(adjustment.proposal()));
	}

}
