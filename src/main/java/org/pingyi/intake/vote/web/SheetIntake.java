package org.pingyi.intake.vote.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Sentences;
import org.pingyi.intake.ballot.RightUsed;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Takes filled sheets from the script of the ballot page. It stands ahead of sessions, of
 * the security chain and of views, because a sheet needs none of them: what counts is the
 * pass in its body.
 */
class SheetIntake extends HttpFilter {

	static final String PATH = "/vote/receipts";

	private final VotePasses passes;

	private final VotePages pages;

	private final SheetSubmission submitting;

	private final MessageSource messages;

	private final LocaleResolver locales;

	private final JsonMapper json;

	SheetIntake(VotePasses passes, VotePages pages, SheetSubmission submitting, MessageSource messages,
			LocaleResolver locales, JsonMapper json) {
		this.passes = passes;
		this.pages = pages;
		this.submitting = submitting;
		this.messages = messages;
		this.locales = locales;
		this.json = json;
	}

	/** What the script is told when the ballots are committed. */
	record Taken(List<SheetSubmission.Received> receipts) {
	}

	/**
	 * What the script is told when nothing was stored.
	 *
	 * @param message what happened and what to do
	 * @param units codes of the units that were rated before
	 */
	record Refused(String message, List<String> units) {
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			chain.doFilter(request, response);
			return;
		}
		request.setCharacterEncoding(StandardCharsets.UTF_8);
		LocaleContextHolder.setLocaleContext(() -> this.locales.resolveLocale(request));
		try {
			take(VoteForm.of(request), request, response);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	private void take(VoteForm vote, HttpServletRequest request, HttpServletResponse response) throws IOException {
		List<UnitForm> sheets = List.of();
		try {
			VotePass pass = this.passes.read(vote.pass());
			sheets = this.pages.sheets(pass, vote);
			answer(response, HttpServletResponse.SC_OK, new Taken(this.submitting.submit(pass, vote, sheets, request)));
		}
		catch (RightUsed used) {
			answer(response, used.status().value(), new Refused(text(used), codes(sheets, used.units())));
		}
		catch (Refusal refusal) {
			answer(response, refusal.status().value(), new Refused(text(refusal), List.of()));
		}
	}

	private static List<String> codes(List<UnitForm> sheets, List<Long> units) {
		return sheets.stream()
			.filter((sheet) -> units.contains(sheet.unit().unit()))
			.map((sheet) -> sheet.unit().code())
			.toList();
	}

	private String text(Refusal refusal) {
		return Sentences.join(LocaleContextHolder.getLocale(), text(refusal.key(), refusal),
				text(refusal.key() + ".next", refusal));
	}

	private String text(String key, Refusal refusal) {
		return this.messages.getMessage(key, refusal.arguments(), LocaleContextHolder.getLocale());
	}

	private void answer(HttpServletResponse response, int status, Object body) throws IOException {
		byte[] bytes = this.json.writeValueAsBytes(body);
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		PageHeaders.isolate(response);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

}
