package org.pingyi.fuzz;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.AccessRule;
import org.pingyi.MarkedRoutes;

import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A route and the names of what it reads.
 *
 * @param method of its own
 * @param pattern with variables in braces
 * @param names of parameters
 * @param admitted the roles that may use it; nobody where a secret opens it
 */
record Route(String method, String pattern, List<String> names, List<String> admitted) {

	private static final Set<String> COMMON = Set.of("page", "sort", "q", "lang", "_csrf", "key", "file", "id");

	/** The routes of access.txt, with the names that their methods declare. */
	static List<Route> all(RequestMappingHandlerMapping mappings) {
		Map<String, List<String>> names = mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.flatMap((entry) -> MarkedRoutes.of(entry.getKey())
				.map((route) -> Map.entry(route, names(entry.getValue()))))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
		return AccessRule.all()
			.map((rule) -> new Route(rule.method().name(), rule.pattern(), names.getOrDefault(rule.route(), List.of()),
					Visitors.ROLES.stream().filter(rule::admits).toList()))
			.toList();
	}

	/** Whether only who is signed in may use it. */
	boolean isOfStaff() {
		return !this.admitted.isEmpty() && !this.admitted.contains(Visitors.NOBODY);
	}

	private static List<String> names(HandlerMethod method) {
		List<String> names = new ArrayList<>(COMMON);
		for (MethodParameter parameter : method.getMethodParameters()) {
			String name = method.getMethod().getParameters()[parameter.getParameterIndex()].getName();
			names.add(name);
			add(names, "", parameter.getParameterType(), 0);
		}
		names.sort(null);
		return names;
	}

	/** The components of a form, and of forms within it. */
	private static void add(List<String> names, String prefix, Class<?> type, int depth) {
		RecordComponent[] components = type.getRecordComponents();
		if (components == null || depth > 2) {
			return;
		}
		Arrays.stream(components).forEach((component) -> {
			names.add(prefix + component.getName());
			names.add(prefix + component.getName() + "[0]");
			add(names, prefix + component.getName() + ".", component.getType(), depth + 1);
		});
	}

}
