package org.pingyi.base.account.web;

import java.time.Clock;
import java.time.Duration;

import org.pingyi.base.account.Reconfirmation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link Reauthentication} before every handler. */
@Configuration
class ReauthenticationConfiguration implements WebMvcConfigurer {

	private final Reconfirmation reconfirmation;

	private final Duration good;

	private final Clock clock;

	ReauthenticationConfiguration(Reconfirmation reconfirmation,
			@Value("${pingyi.account.confirmed-for:5m}") Duration good, Clock clock) {
		this.reconfirmation = reconfirmation;
		this.good = good;
		this.clock = clock;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new Reauthentication(this.reconfirmation, this.good, this.clock));
	}

}
