package org.pingyi.base.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;

/**
 * Marks the field of a form in which somebody says why, so that others can follow it: at
 * least {@value #FEWEST} letters or digits, whatever stands between them. Nothing typed
 * at all is for {@code @NotBlank} to say.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Reason.Check.class)
public @interface Reason {

	/** The fewest letters or digits; a Chinese character is one. */
	int FEWEST = 5;

	String message() default "{audit.reason.short}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Whether a reason is one, for forms and front doors alike. */
	class Check implements ConstraintValidator<Reason, String> {

		@Override
		public boolean isValid(@Nullable String reason, ConstraintValidatorContext context) {
			return reason == null || reason.isBlank() || suffices(reason);
		}

		private static boolean suffices(String reason) {
			return reason.codePoints().filter(Character::isLetterOrDigit).limit(FEWEST).count() == FEWEST;
		}

		/**
		 * Makes sure of it.
		 * @return the reason without spaces around it
		 * @throws Refusal 422 {@code audit.reasonShort}
		 */
		public static String require(String reason) {
			if (!suffices(reason)) {
				throw Refusal.invalid("audit.reasonShort", FEWEST);
			}
			return reason.strip();
		}

	}

}
