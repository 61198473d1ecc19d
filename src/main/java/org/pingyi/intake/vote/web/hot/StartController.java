package org.pingyi.intake.vote.web.hot;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page of the vote for whoever comes with a question, such as another language;
 * without one, {@link StartFilter} answers.
 */
@Controller
class StartController {

	private final StartPage page;

	StartController(StartPage page) {
		this.page = page;
	}

	@GetMapping("/vote")
	void start(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.page.sendToOne(locale, request, response);
	}

}
