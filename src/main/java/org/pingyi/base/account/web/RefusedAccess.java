package org.pingyi.base.account.web;

import java.lang.reflect.Method;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;

/**
 * Logs what somebody who has signed in asked for without the right to it: the page or the
 * act, never what was sent along. Strangers are sent to the sign-in page, which is no
 * event.
 */
@Configuration(proxyBeanMethods = false)
class RefusedAccess {

	private static final Logger log = LoggerFactory.getLogger(RefusedAccess.class);

	@Bean
	static AuthorizationEventPublisher authorizationEventPublisher(ApplicationEventPublisher publisher) {
		return new SpringAuthorizationEventPublisher(publisher);
	}

	@EventListener
	void refused(AuthorizationDeniedEvent<?> event) {
		Optional.ofNullable(event.getAuthentication().get())
			.filter(Authentication::isAuthenticated)
			.filter((person) -> !(person instanceof AnonymousAuthenticationToken))
			.ifPresent((person) -> log.info("Refused to {}: {}", person.getName(), what(event.getObject())));
	}

	private static String what(Object asked) {
		return switch (asked) {
			case HttpServletRequest request -> request.getMethod() + " " + request.getRequestURI();
			case MethodInvocation act -> what(act.getMethod());
			default -> asked.getClass().getSimpleName();
		};
	}

	private static String what(Method act) {
		return act.getDeclaringClass().getSimpleName() + "." + act.getName();
	}

}
