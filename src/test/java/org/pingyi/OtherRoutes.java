package org.pingyi;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The addresses that filters, files and the server's own endpoints answer at, no page.
 */
final class OtherRoutes {

	/** As {@code PathPatternRequestMatcher} says what it matches. */
	private static final Pattern MATCHED = Pattern.compile("\\[(?:[A-Z]+ )?(/[^\\]*,]*)]");

	/** Whose pages are listed one by one, and what tests register. */
	private static final Set<String> AREAS = Set.of("/*", "/results/*", "/asking/*");

	private final ApplicationContext context;

	OtherRoutes(ApplicationContext context) {
		this.context = context;
	}

	/** Patterns, without those that stand for every address or an area of pages. */
	Set<String> patterns() {
		return Stream.of(registered(), secured(), files(), endpoints())
			.flatMap((patterns) -> patterns)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<String> registered() {
		return this.context.getBeansOfType(FilterRegistrationBean.class)
			.values()
			.stream()
			.flatMap((filter) -> ((FilterRegistrationBean<?>) filter).getUrlPatterns().stream())
			.filter((pattern) -> !AREAS.contains(pattern));
	}

	/** What a filter of a security chain answers by itself, as the sign-in. */
	private Stream<String> secured() {
		return this.context.getBean(FilterChainProxy.class)
			.getFilterChains()
			.stream()
			.flatMap((chain) -> chain.getFilters().stream())
			.flatMap(OtherRoutes::matchers)
			.map(MATCHED::matcher)
			.filter(Matcher::find)
			.map((found) -> found.group(1));
	}

	private static Stream<String> matchers(Filter filter) {
		return Stream.<Class<?>>iterate(filter.getClass(), (type) -> type != null, Class::getSuperclass)
			.flatMap((type) -> Arrays.stream(type.getDeclaredFields()))
			.filter((field) -> RequestMatcher.class.isAssignableFrom(field.getType()))
			.map((field) -> String.valueOf(value(field, filter)));
	}

	private static Object value(Field field, Filter filter) {
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, filter);
	}

	private Stream<String> files() {
		return this.context.getBeansOfType(AbstractUrlHandlerMapping.class)
			.values()
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMap().keySet().stream());
	}

	private Stream<String> endpoints() {
		return this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.entrySet()
			.stream()
			.filter((mapping) -> !mapping.getKey().equals("requestMappingHandlerMapping"))
			.flatMap((mapping) -> mapping.getValue().getHandlerMethods().keySet().stream())
			.flatMap((info) -> info.getPatternValues().stream());
	}

}
