package org.pingyi.rules.scheme.web;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.draft.Choice;
import org.pingyi.rules.scheme.draft.Field;
import org.pingyi.rules.scoring.Text;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the parts of a draft are called; templates know it as {@code @labels}. */
@Component
class Labels {

	private static final String FIELD = "scheme.field.";

	private final MessageSource messages;

	Labels(MessageSource messages) {
		this.messages = messages;
	}

	/** The name of a property, in this record or wherever it stands. */
	public String field(Field field) {
		return field(field.record(), field.property());
	}

	/** The name of a property of a record. */
	public String field(String record, String property) {
		String own = text(FIELD + record + "." + property);
		String shared = text(FIELD + property);
		return (own != null) ? own : (shared != null) ? shared : property;
	}

	/** What is good to know when one fills a field in, or null. */
	public @Nullable String hint(Field field) {
		String own = text("scheme.hint." + field.record() + "." + field.property());
		return (own != null) ? own : text("scheme.hint." + field.property());
	}

	/** What a choice is called. */
	public String choice(Choice choice) {
		Text name = choice.name();
		String word = choice.key().isEmpty() ? null : text(choice.key());
		return (name != null) ? name.in(LocaleContextHolder.getLocale()) : (word != null) ? word : choice.value();
	}

	/** What a blank choice means for a field. */
	public String blank(Field field) {
		String own = text("scheme.blank." + field.record() + "." + field.property());
		return (own != null) ? own : "—";
	}

	/** What is wrong, in words. */
	public @Nullable String fault(Fault fault) {
		return text(fault.key(), fault.value());
	}

	private @Nullable String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale());
	}

}
