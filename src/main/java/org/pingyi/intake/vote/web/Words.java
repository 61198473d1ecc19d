package org.pingyi.intake.vote.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.vote.TooMany;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Says in the reader's language what was refused and what to do. */
@Component
class Words {

	private final MessageSource messages;

	Words(MessageSource messages) {
		this.messages = messages;
	}

	String of(Refusal refusal) {
		Locale locale = LocaleContextHolder.getLocale();
		String what = this.messages.getMessage(refusal.key(), refusal.arguments(), locale);
		String next = this.messages.getMessage(refusal.key() + ".next", refusal.arguments(), "", locale);
		boolean spaced = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
		return (what + (spaced ? " " : "") + next).strip();
	}

	/** Gives an answer the status of a refusal, and says when to come again. */
	static void mark(HttpServletResponse response, Refusal refusal) {
		response.setStatus(refusal.status().value());
		if (refusal instanceof TooMany tooMany) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
		}
	}

}
