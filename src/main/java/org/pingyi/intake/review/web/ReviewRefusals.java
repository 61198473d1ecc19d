package org.pingyi.intake.review.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Refusal;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says to invited people, in their own frame, why a page is refused and what to do. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = { LinkController.class, ReviewController.class, OrderController.class })
class ReviewRefusals {

	/** A script that saves quietly reloads the page, which then says what happened. */
	@ExceptionHandler
	ModelAndView refused(Refusal refusal, HttpServletResponse response) {
		if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
			response.setHeader("HX-Refresh", "true");
		}
		refusal.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
		return new ModelAndView("intake/review/refused", Map.of("refusal", refusal), refusal.status());
	}

}
