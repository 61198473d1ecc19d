package org.pingyi.base.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Which protocol and host a visitor asked for is believed of our own proxies alone; from
 * anybody else these headers are left unread.
 */
@Configuration
class ForwardedHeaders {

	@Bean
	FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaderFilter(ClientAddress addresses) {
		ForwardedHeaderFilter ours = new OfOurProxies(addresses);
		// A redirect names no host at all.
		ours.setRelativeRedirects(true);
		FilterRegistrationBean<ForwardedHeaderFilter> first = new FilterRegistrationBean<>(ours);
		first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		first.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return first;
	}

	private static final class OfOurProxies extends ForwardedHeaderFilter {

		private final ClientAddress addresses;

		OfOurProxies(ClientAddress addresses) {
			this.addresses = addresses;
		}

		@Override
		protected boolean shouldNotFilter(HttpServletRequest request) {
			return super.shouldNotFilter(request) || !this.addresses.isFromProxy(request);
		}

	}

}
