package org.pingyi.base.web;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Finds the page that a refused act was sent from: the closest page above its address.
 * Only the query is taken from what the browser says, and only when it names that page.
 */
@Component
class WayBack {

	private final RequestMappingHandlerMapping routes;

	WayBack(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
		this.routes = routes;
	}

	/**
	 * An address of our own with its query; empty when no page lies above. What was not
	 * found has no page of its own either.
	 */
	Optional<String> of(HttpServletRequest request, HttpStatusCode status) {
		boolean found = !status.isSameCodeAs(HttpStatus.NOT_FOUND);
		String first = "GET".equals(request.getMethod()) ? parent(Frame.path()) : Frame.path();
		return Stream.iterate(first, (each) -> !each.isEmpty(), WayBack::parent)
			.filter((path) -> isPage(path, found))
			.findFirst()
			.map((page) -> page + query(request, page));
	}

	private boolean isPage(String path, boolean found) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.routes.getHandlerMethods().keySet().stream().anyMatch((route) -> matches(route, parsed, found));
	}

	private static boolean matches(RequestMappingInfo route, PathContainer path, boolean found) {
		PathPatternsRequestCondition addresses = route.getPathPatternsCondition();
		return route.getMethodsCondition().getMethods().contains(RequestMethod.GET) && addresses != null
				&& addresses.getPatterns()
					.stream()
					.anyMatch((pattern) -> pattern.matches(path) && (found || !pattern.hasPatternSyntax()));
	}

	private static String query(HttpServletRequest request, String page) {
		@Nullable String from = request.getHeader(HttpHeaders.REFERER);
		String own = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + page + "?";
		return (from != null && from.startsWith(own)) ? from.substring(own.length() - 1) : "";
	}

	private static String parent(String path) {
		return path.substring(0, Math.max(0, path.lastIndexOf('/')));
	}

}
