package org.pingyi.intake.hotline.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class HotlineNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.INTAKE, 80, "hotline.nav.hotline", "/desk/hotline", "hotline")
			.seenBy("OFFICE", "HOTLINE"));
	}

	@Override
	public List<LandingPage> landingPages() {
		return List.of(new LandingPage(30, "HOTLINE", "/desk/hotline", "hotline.nav.cases"));
	}

}
