package org.pingyi.intake.vote.web.hot;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.kept.ConditionalResponse;
import org.pingyi.base.web.kept.Representation;

import org.springframework.stereotype.Component;

/**
 * Sends the first page of the vote, the same for everybody who reads the same language:
 * from memory, to be kept by browsers and proxies for a minute.
 */
@Component
public class StartPage {

	private final BallotPage page;

	StartPage(BallotPage page) {
		this.page = page;
	}

	/** The units that the page asks for; none when no vote is open. */
	Optional<Representation> units() {
		return this.page.units();
	}

	/** Sends it as it is for all who read the language. */
	void send(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ConditionalResponse.sendToAll(this.page.in(locale), request, response);
	}

	/** Sends it along with a cookie, which is nobody else's. */
	void sendToOne(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ConditionalResponse.sendToOne(this.page.in(locale), request, response);
	}

}
