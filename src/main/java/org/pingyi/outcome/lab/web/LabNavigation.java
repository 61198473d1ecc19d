package org.pingyi.outcome.lab.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class LabNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.OUTCOME, 30, "lab.nav.lab", "/desk/lab", "lab").seenBy("OFFICE"));
	}

}
