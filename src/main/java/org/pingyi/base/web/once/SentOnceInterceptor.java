package org.pingyi.base.web.once;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes the key of a form before its act; a form that failed may be sent again. */
class SentOnceInterceptor implements HandlerInterceptor {

	private static final String KEY = "once";

	private final FormKeys keys;

	SentOnceInterceptor(FormKeys keys) {
		this.keys = keys;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		sentOnce(handler).filter((form) -> key(request).filter(this.keys::use).isEmpty()).ifPresent((form) -> {
			throw Refusal.conflict(form.value());
		});
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		boolean failed = failure != null || response.getStatus() >= HttpStatus.BAD_REQUEST.value();
		if (failed && sentOnce(handler).isPresent()) {
			key(request).ifPresent(this.keys::release);
		}
	}

	private static Optional<UUID> key(HttpServletRequest request) {
		try {
			return Optional.ofNullable(request.getParameter(KEY)).map(UUID::fromString);
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

	private static Optional<SentOnce> sentOnce(Object handler) {
		return (handler instanceof HandlerMethod method)
				? Optional.ofNullable(method.getMethodAnnotation(SentOnce.class)) : Optional.empty();
	}

}
