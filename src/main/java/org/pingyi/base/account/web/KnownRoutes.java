package org.pingyi.base.account.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Tells addresses that have a page from those that have none, by whatever method they are
 * asked, so that whoever is not admitted learns 404 rather than that they should sign in.
 */
@Component
class KnownRoutes {

	private final Supplier<List<PathPattern>> patterns;

	KnownRoutes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		// The chains that ask are made before the pages.
		this.patterns = SingletonSupplier.of(() -> patterns(mappings.getObject()));
	}

	/** Whether any page answers at the address of a request. */
	boolean contain(HttpServletRequest request) {
		return contain(request.getRequestURI().substring(request.getContextPath().length()));
	}

	/** Whether any page answers at a path of this site. */
	boolean contain(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.patterns.get().stream().anyMatch((pattern) -> pattern.matches(parsed));
	}

	private static List<PathPattern> patterns(RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.keySet()
			.stream()
			.map((mapping) -> Objects.requireNonNull(mapping.getPathPatternsCondition()))
			.flatMap((condition) -> condition.getPatterns().stream())
			.toList();
	}

}
