package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what the {@link Firewall} finds only when a page reads it. */
@ControllerAdvice
@Order(0)
class RejectedRequests {

	@ExceptionHandler(RequestRejectedException.class)
	void rejected(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
