package org.pingyi.base.web.once;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts {@link SentOnceInterceptor} behind all that may keep an act from being done, such
 * as being asked who one is.
 */
@Configuration
class SentOnceConfiguration implements WebMvcConfigurer {

	private final FormKeys keys;

	SentOnceConfiguration(FormKeys keys) {
		this.keys = keys;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new SentOnceInterceptor(this.keys)).order(Ordered.LOWEST_PRECEDENCE);
	}

}
