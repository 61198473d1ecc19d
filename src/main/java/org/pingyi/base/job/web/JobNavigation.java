package org.pingyi.base.job.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class JobNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.INTAKE, 90, "job.nav.jobs", "/desk/jobs", "jobs").seenBy("OFFICE", "HOTLINE"));
	}

}
