package org.pingyi.outcome.result.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class ResultNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.OUTCOME, 10, "result.nav.results", "/desk/results", "results").seenBy("OFFICE"),
				Section.of(Area.OUTCOME, 20, "result.nav.objections", "/desk/objections", "objections")
					.seenBy("OFFICE"),
				Section.of(Area.UNIT, 40, "result.nav.score", "/unit/score", "results"),
				Section.of(Area.CONTROL, 20, "result.nav.files", "/audit/cycles", "results").seenBy("AUDITOR"),
				Section.of(Area.PUBLIC, 10, "result.nav.city", "/", "").holding("/results"));
	}

}
