package org.pingyi.rules.cycle.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class CycleNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.DESK, 10, "cycle.nav.home", "/desk", "home").seenBy("OFFICE").holding(),
				Section.of(Area.DESK, 40, "cycle.nav.cycles", "/desk/cycles", "cycles").seenBy("OFFICE"),
				Section.of(Area.UNIT, 10, "cycle.nav.duties", "/unit", "schemes").holding());
	}

	@Override
	public List<LandingPage> landingPages() {
		return List.of(new LandingPage(10, "OFFICE", "/desk", "cycle.nav.desk"),
				new LandingPage(40, "LIAISON", "/unit", "cycle.nav.unit"));
	}

}
