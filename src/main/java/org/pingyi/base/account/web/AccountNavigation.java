package org.pingyi.base.account.web;

import java.util.List;

import org.pingyi.base.web.Area;
import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.NavigationSource;
import org.pingyi.base.web.Section;

import org.springframework.stereotype.Component;

/** The sections of this module in the navigation of the frames. */
@Component
class AccountNavigation implements NavigationSource {

	@Override
	public List<Section> sections() {
		return List.of(
				Section.of(Area.CONTROL, 30, "account.nav.accounts", "/admin/accounts", "accounts")
					.seenBy("SYSTEM_ADMIN"),
				Section.of(Area.CONTROL, 40, "account.nav.rights", "/admin/rights", "rights").seenBy("SECURITY_ADMIN"),
				Section.of(Area.CONTROL, 45, "account.nav.factors", "/admin/factors", "rights")
					.seenBy("SECURITY_ADMIN"));
	}

	@Override
	public List<LandingPage> landingPages() {
		return List.of(new LandingPage(60, "SYSTEM_ADMIN", "/admin/accounts", "account.nav.accounts"),
				new LandingPage(70, "SECURITY_ADMIN", "/admin/rights", "account.nav.rights"));
	}

}
