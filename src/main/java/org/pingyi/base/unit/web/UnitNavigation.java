package org.pingyi.base.unit.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class UnitNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.DESK, 20, "unit.nav.units", "/desk/units", "units")
			.seenBy("OFFICE")
			.holding("/desk/units", "/desk/groups"));
	}

}
