package org.pingyi.base.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Says in the reader's language what was refused and what to do. */
@Component
public class RefusalMessages {

	private final MessageSource messages;

	RefusalMessages(MessageSource messages) {
		this.messages = messages;
	}

	public String of(Refusal refusal) {
		Locale locale = LocaleContextHolder.getLocale();
		String what = this.messages.getMessage(refusal.key(), refusal.arguments(), locale);
		String next = this.messages.getMessage(refusal.key() + ".next", refusal.arguments(), "", locale);
		boolean spaced = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
		return (what + (spaced ? " " : "") + next).strip();
	}

	/** Gives an answer the status of a refusal, and says when to come again. */
	public static void mark(HttpServletResponse response, Refusal refusal) {
		response.setStatus(refusal.status().value());
		if (refusal instanceof TooManyRequests tooMany) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
		}
	}

}
