package org.pingyi.intake.kiosk.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class KioskNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.INTAKE, 50, "kiosk.nav.kiosks", "/desk/kiosks", "kiosks").seenBy("OFFICE"));
	}

	@Override
	public List<String> doors() {
		return List.of("/kiosk");
	}

}
