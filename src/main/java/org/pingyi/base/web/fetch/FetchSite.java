package org.pingyi.base.web.fetch;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whose page has a browser send a request, by its header {@code Sec-Fetch-Site}. What
 * says nothing, such as an old browser, or any browser without encryption, is let
 * through.
 */
public final class FetchSite {

	private static final String HEADER = "Sec-Fetch-Site";

	private FetchSite() {
	}

	/**
	 * Whether it is a form that the page of another site sends in its visitors' names.
	 */
	public static boolean isSentFromElsewhere(HttpServletRequest request) {
		String site = request.getHeader(HEADER);
		return request.getMethod().equals("POST") && site != null && !site.equals("same-origin")
				&& !site.equals("none");
	}

	/** Whether the page of another site asks, be it by a link that somebody follows. */
	public static boolean isAskedFromElsewhere(HttpServletRequest request) {
		return "cross-site".equals(request.getHeader(HEADER));
	}

}
