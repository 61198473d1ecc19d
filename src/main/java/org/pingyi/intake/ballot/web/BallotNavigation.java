package org.pingyi.intake.ballot.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class BallotNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(Section.of(Area.INTAKE, 10, "ballot.nav.participation", "/desk/participation", "participation")
			.seenBy("OFFICE"), Section.of(Area.PUBLIC, 30, "ballot.nav.receipt", "/vote/receipt", ""));
	}

}
