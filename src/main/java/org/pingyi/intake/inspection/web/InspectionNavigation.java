package org.pingyi.intake.inspection.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class InspectionNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(
				Section.of(Area.INTAKE, 60, "inspection.nav.inspections", "/desk/inspections", "inspections")
					.seenBy("OFFICE"),
				Section.of(Area.UNIT, 30, "inspection.nav.findings", "/unit/findings", "inspections"),
				Section.of(Area.INSPECT, 10, "inspection.nav.visits", "/inspect", "inspections"));
	}

	@Override
	public List<LandingPage> landingPages() {
		return List.of(new LandingPage(20, "INSPECTOR", "/inspect", "inspection.nav.visits"));
	}

}
