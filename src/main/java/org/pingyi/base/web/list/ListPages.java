package org.pingyi.base.web.list;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableHandlerMethodArgumentResolver;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Which page of a list an address asks for. Lists have an order of their own, so none is
 * taken from the address, and no number in it is too large for a database.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ListPages implements WebMvcConfigurer {

	private static final int MOST_ROWS = 200;

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		Resolver resolver = new Resolver();
		resolver.setMaxPageSize(MOST_ROWS);
		resolvers.add(resolver);
	}

	private static final class Resolver extends PageableHandlerMethodArgumentResolver {

		@Override
		public Pageable resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			Pageable asked = super.resolveArgument(parameter, container, request, binders);
			int last = Integer.MAX_VALUE / asked.getPageSize() - 1;
			return PageRequest.of(Math.min(asked.getPageNumber(), last), asked.getPageSize());
		}

	}

}
