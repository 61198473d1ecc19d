package org.pingyi.intake.vote.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class VoteNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.INTAKE, 30, "vote.nav.codes", "/desk/codes", "codes").seenBy("OFFICE"),
				Section.of(Area.PUBLIC, 20, "vote.nav.vote", "/vote", ""));
	}

	@Override
	public List<String> doors() {
		return List.of("/vote");
	}

}
