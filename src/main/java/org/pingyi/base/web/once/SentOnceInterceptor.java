package org.pingyi.base.web.once;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes the key of a form before its act; a form that failed may be sent again. */
class SentOnceInterceptor implements HandlerInterceptor {

	private static final Logger log = LoggerFactory.getLogger(SentOnceInterceptor.class);

	private static final String KEY = "once";

	private final FormKeys keys;

	SentOnceInterceptor(FormKeys keys) {
		this.keys = keys;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		sentOnce(handler).ifPresent((form) -> claim(form, key(request)));
		return true;
	}

	private void claim(SentOnce form, Optional<UUID> key) {
		FormClaim claim = new FormClaim(key.orElseThrow(() -> Refusal.conflict(form.value())));
		if (!this.keys.use(claim)) {
			throw Refusal.conflict(this.keys.pending(claim.key()) ? "web.pending" : form.value());
		}
		claim.begin();
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		FormClaim.current().ifPresent((claim) -> {
			claim.end();
			settle(claim, (failure != null) ? HttpStatus.INTERNAL_SERVER_ERROR.value() : response.getStatus());
		});
	}

	/**
	 * Whoever is told what to do better sends the form again, whatever was noted about
	 * the attempt; after a failure of ours it depends on whether the act was stored.
	 */
	private void settle(FormClaim claim, int status) {
		try {
			if (status >= HttpStatus.BAD_REQUEST.value()) {
				this.keys.release(claim, status < HttpStatus.INTERNAL_SERVER_ERROR.value());
			}
			else {
				this.keys.finish(claim);
			}
		}
		catch (RuntimeException unavailable) {
			log.warn("The key of a form stays taken for a minute: {}", unavailable.getClass().getSimpleName());
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
