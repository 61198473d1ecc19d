package org.pingyi.base.web.workload;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Says at the edge, ahead of sessions and of everything else that asks the database, what
 * a request is for: its address tells.
 */
class WorkloadFilter extends HttpFilter {

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		@Nullable Workload before = Workload.of(path(request)).begin();
		try {
			chain.doFilter(request, response);
		}
		finally {
			Workload.end(before);
		}
	}

	/** The page of an error is for what had failed. */
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		if (failed instanceof String address) {
			return address.substring(request.getContextPath().length());
		}
		String below = request.getPathInfo();
		return (below != null) ? request.getServletPath() + below : request.getServletPath();
	}

}
