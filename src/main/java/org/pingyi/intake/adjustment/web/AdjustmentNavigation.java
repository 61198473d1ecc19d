package org.pingyi.intake.adjustment.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class AdjustmentNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(
				Section.of(Area.INTAKE, 70, "adjustment.nav.adjustments", "/desk/adjustments", "adjustments")
					.seenBy("OFFICE"),
				Section.of(Area.UNIT, 20, "adjustment.nav.claims", "/unit/claims", "adjustments"));
	}

}
