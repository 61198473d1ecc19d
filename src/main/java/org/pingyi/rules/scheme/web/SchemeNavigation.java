package org.pingyi.rules.scheme.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class SchemeNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.DESK, 30, "scheme.nav.schemes", "/desk/schemes", "schemes").seenBy("OFFICE"));
	}

}
