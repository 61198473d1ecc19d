package org.pingyi.base.web.connector;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Answers, ahead of everything, what is no request of this product: methods that it has
 * not (405), and parameters that are not encoded as they should be, whoever reads them
 * first (400). One line at debug says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MalformedRequests extends HttpFilter {

	private static final Logger log = LoggerFactory.getLogger(MalformedRequests.class);

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!METHODS.contains(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
			refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method");
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			InvalidParameterException malformed = malformed(ex).orElse(null);
			if (malformed == null) {
				throw ex;
			}
			refuse(response, malformed.getErrorCode(), "parameters");
		}
	}

	/** What was sent stands in no log: it may be a code or a name. */
	private static void refuse(HttpServletResponse response, int status, String part) throws IOException {
		log.debug("Malformed request: {}, answered {}", part, status);
		if (!response.isCommitted()) {
			response.sendError(status);
		}
	}

	private static Optional<InvalidParameterException> malformed(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidParameterException malformed) {
				return Optional.of(malformed);
			}
		}
		return Optional.empty();
	}

}
