package org.pingyi.base.web;

import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a page that shows a form again the status of what is wrong with it: 422 for its
 * errors, else that of the refusal, with its headers.
 */
@Configuration
class FormStatus implements WebMvcConfigurer, HandlerInterceptor {

	/** A list whose filter cannot be read is still a list. */
	private static final Set<String> READING = Set.of("GET", "HEAD");

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page == null || response.getStatus() != HttpStatus.OK.value()) {
			return;
		}
		Object deciding = page.getModel().get(Forms.DECIDING);
		if (deciding instanceof Refusal refusal) {
			answer(refusal.status(), refusal, response);
		}
		else if (deciding == null && !READING.contains(request.getMethod())) {
			errors(page).findFirst().ifPresent((refusal) -> answer(correctable(refusal), refusal, response));
		}
	}

	private static Stream<Refusal> errors(ModelAndView page) {
		return page.getModel()
			.values()
			.stream()
			.filter(BindingResult.class::isInstance)
			.flatMap((result) -> ((BindingResult) result).getAllErrors().stream())
			.map(FormStatus::refusal);
	}

	private static Refusal refusal(ObjectError error) {
		return error.contains(Refusal.class) ? error.unwrap(Refusal.class) : Refusal.invalid("web.form.errors");
	}

	/** A conflict that the form can correct is an error of the form: a taken name. */
	private static HttpStatus correctable(Refusal refusal) {
		return (refusal.status() == HttpStatus.CONFLICT) ? HttpStatus.UNPROCESSABLE_CONTENT : refusal.status();
	}

	private static void answer(HttpStatus status, Refusal refusal, HttpServletResponse response) {
		response.setStatus(status.value());
		refusal.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
	}

}
