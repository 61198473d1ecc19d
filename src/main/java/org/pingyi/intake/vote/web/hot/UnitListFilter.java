package org.pingyi.intake.vote.web.hot;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.kept.ConditionalResponse;
import org.pingyi.base.web.kept.Representation;

import org.springframework.http.HttpMethod;

/**
 * Answers with the units of the open vote ahead of all else, as {@link StartFilter} does
 * with the page that asks for them. An older page, whose address no longer names what
 * there is, gets the units of today, to be asked for again.
 */
public class UnitListFilter extends HttpFilter {

	static final String PATH = "/vote/units/";

	/** What it is registered for. */
	public static final String PATTERN = PATH + "*";

	private final StartPage page;

	public UnitListFilter(StartPage page) {
		this.page = page;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Optional<Representation> units = this.page.units();
		if (units.isEmpty() || !HttpMethod.GET.matches(request.getMethod())) {
			chain.doFilter(request, response);
			return;
		}
		PageHeaders.send(request, response);
		if (request.getRequestURI().endsWith(PATH + units.get().tag())) {
			ConditionalResponse.sendForGood(units.get(), request, response);
		}
		else {
			ConditionalResponse.sendToAll(units.get(), request, response);
		}
	}

}
