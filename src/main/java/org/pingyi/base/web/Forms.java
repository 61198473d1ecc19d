package org.pingyi.base.web;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * Runs the act of a form. What it refuses is put into the form, where the page shows it
 * with all that was typed; {@link FormStatus} then gives the answer its status. A refusal
 * because there is no such thing (404, 410) concerns the page rather than the form, and
 * passes through unless it names a field.
 */
public final class Forms {

	/** Model attribute that a page without a form object shows a refusal from. */
	public static final String REFUSAL = "refusal";

	/** Model attribute of the refusal that decides the status of the answer. */
	static final String DECIDING = Forms.class.getName() + ".deciding";

	private Forms() {
	}

	/**
	 * Whether a form without errors was accepted; else its errors say why.
	 * @param act runs only when the form has no errors
	 */
	public static boolean accepts(BindingResult errors, Runnable act) {
		return result(errors, null, done(act)).isPresent();
	}

	/** The same with the field of a refusal that names none of this form. */
	public static boolean accepts(BindingResult errors, String field, Runnable act) {
		return result(errors, field, done(act)).isPresent();
	}

	/** What the act of a form without errors gives; else its errors say why not. */
	public static <T> Optional<T> result(BindingResult errors, Supplier<T> act) {
		return result(errors, null, act);
	}

	/** The same with the field of a refusal that names none of this form. */
	public static <T> Optional<T> result(BindingResult errors, @Nullable String field, Supplier<T> act) {
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		try {
			return Optional.of(act.get());
		}
		catch (Refusal refusal) {
			reject(errors, field, passUnlessShown(refusal));
			return Optional.empty();
		}
	}

	/** For a page without a form object: a refusal becomes its {@link #REFUSAL}. */
	public static boolean accepts(Model model, Runnable act) {
		return result(model, done(act)).isPresent();
	}

	/** For a page without a form object: a refusal becomes its {@link #REFUSAL}. */
	public static <T> Optional<T> result(Model model, Supplier<T> act) {
		try {
			return Optional.of(act.get());
		}
		catch (Refusal refusal) {
			refuse(model, passUnlessShown(refusal));
			return Optional.empty();
		}
	}

	/** Shows a refusal on the page, which answers with its status. */
	public static void refuse(Model model, Refusal refusal) {
		model.addAttribute(REFUSAL, refusal);
		model.addAttribute(DECIDING, refusal);
	}

	/** Shows the form again for faults that the page itself lists: 422. */
	public static String again(String view, Model model) {
		model.addAttribute(DECIDING, Refusal.invalid("web.form.errors"));
		return view;
	}

	/** Shows what would come of a form; what is still wrong with it refuses nothing. */
	public static String trial(String view, Model model) {
		model.addAttribute(DECIDING, HttpStatus.OK);
		return view;
	}

	private static Supplier<Boolean> done(Runnable act) {
		return () -> {
			act.run();
			return true;
		};
	}

	private static Refusal passUnlessShown(Refusal refusal) {
		boolean absent = refusal.status() == HttpStatus.NOT_FOUND || refusal.status() == HttpStatus.GONE;
		if (absent && refusal.field().isEmpty()) {
			throw refusal;
		}
		return refusal;
	}

	private static void reject(BindingResult errors, @Nullable String otherwise, Refusal refusal) {
		String field = refusal.field().filter((name) -> errors.getFieldType(name) != null).orElse(otherwise);
		errors.rejectValue(field, refusal.key(), refusal.arguments(), refusal.key());
		errors.getAllErrors().getLast().wrap(refusal);
	}

}
