package org.pingyi;

import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the product, as {@code POST /desk/units}; those that a mark is on. */
public final class MarkedRoutes {

	private MarkedRoutes() {
	}

	/** The routes whose handlers carry an annotation. */
	public static Set<String> with(Class<? extends Annotation> mark, RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((route) -> route.getValue().hasMethodAnnotation(mark))
			.flatMap((route) -> of(route.getKey()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The routes of one mapping; {@code ANY} stands for whatever method. */
	public static Stream<String> of(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		Stream<String> names = methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
		return names.flatMap((method) -> mapping.getPatternValues().stream().map((pattern) -> method + " " + pattern));
	}

}
