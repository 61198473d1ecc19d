package org.pingyi.outcome.feedback.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class FeedbackNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(
				Section.of(Area.OUTCOME, 40, "feedback.nav.opinions", "/desk/opinions", "opinions").seenBy("OFFICE"),
				Section.of(Area.UNIT, 50, "feedback.nav.own", "/unit/opinions", "opinions"));
	}

}
