package org.pingyi.base.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers where no controller did: unknown addresses, denied access, failed views. */
@Controller
class ErrorPages implements ErrorController {

	private final ProblemPages problems;

	ErrorPages(ProblemPages problems) {
		this.problems = problems;
	}

	@RequestMapping("/error")
	ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		Throwable cause = cause(request);
		HttpStatusCode status = status(request);
		if (cause instanceof Refusal refusal) {
			return this.problems.refused(refusal, request, response);
		}
		if (cause != null && Outage.causes(cause)) {
			return this.problems.unavailable(cause, request, response);
		}
		if (status.is5xxServerError() && status.value() != 503) {
			return this.problems.unexpected((cause != null) ? cause : new IllegalStateException(status.toString()),
					request, response);
		}
		return this.problems.failed(status, request, response);
	}

	/** An address asked for directly has no status: there is no such page. */
	private static HttpStatusCode status(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
	}

	private static @Nullable Throwable cause(HttpServletRequest request) {
		Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Throwable cause = (thrown instanceof Throwable throwable) ? throwable : null;
		return (cause != null && cause.getCause() instanceof Refusal refusal) ? refusal : cause;
	}

}
