package org.pingyi.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows every refusal that no controller caught beside its form. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class Refusals {

	private final ProblemPages problems;

	Refusals(ProblemPages problems) {
		this.problems = problems;
	}

	@ExceptionHandler(Refusal.class)
	ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		return this.problems.refused(refusal, request, response);
	}

}
