package org.pingyi.base.audit.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class AuditNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.CONTROL, 10, "audit.nav.trail", "/audit/trail", "trail").seenBy("AUDITOR"));
	}

	@Override
	public List<LandingPage> landingPages() {
		return List.of(new LandingPage(50, "AUDITOR", "/audit/trail", "audit.nav.trail"));
	}

}
