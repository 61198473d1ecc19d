package org.pingyi.base.web;

import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

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
		return Sentences.join(locale, what, Objects.requireNonNullElse(next, ""));
	}

	/**
	 * Puts into a form what was refused and what to do, where the page says no more than
	 * the form's errors.
	 */
	public void addTo(BindingResult errors, Refusal refusal) {
		String form = errors.getObjectName();
		ObjectError error = refusal.field()
			.<ObjectError>map(
					(field) -> new FieldError(form, field, errors.getFieldValue(field), false, null, null, of(refusal)))
			.orElseGet(() -> new ObjectError(form, of(refusal)));
		error.wrap(refusal);
		errors.addError(error);
	}

}
