package org.pingyi.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The one handler of what nobody expected: a number for the reader, the rest in the log.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Incidents {

	private final ProblemPages problems;

	Incidents(ProblemPages problems) {
		this.problems = problems;
	}

	/** Security and the container answer these themselves, through {@link ErrorPages}. */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class, InvalidParameterException.class })
	void passOn(Exception ex) throws Exception {
		throw ex;
	}

	/**
	 * What was sent does not fit the address: a word where a number belongs, a broken
	 * upload, a field of something that has none.
	 */
	@ExceptionHandler({ TypeMismatchException.class, HttpMessageNotReadableException.class, MultipartException.class,
			InvalidPropertyException.class })
	ModelAndView malformed(Exception ex, HttpServletRequest request, HttpServletResponse response) {
		HttpStatus otherwise = (ex instanceof TypeMismatchException) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
		return this.problems.failed((ex instanceof ErrorResponse own) ? own.getStatusCode() : otherwise, request,
				response);
	}

	@ExceptionHandler(Exception.class)
	@Nullable ModelAndView unexpected(Exception ex, HttpServletRequest request, HttpServletResponse response) {
		if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
			return null;
		}
		if (Outage.causes(ex)) {
			return this.problems.unavailable(ex, request, response);
		}
		if (ex instanceof ErrorResponse own && own.getStatusCode().is4xxClientError()) {
			own.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			return this.problems.failed(own.getStatusCode(), request, response);
		}
		return this.problems.unexpected(ex, request, response);
	}

}
