package org.pingyi.base.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.core.ResolvableType;
import org.springframework.validation.Errors;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records: their components are all that a request can set, and errors are
 * listed in the order of the components. Without this it is tried once more whether
 * {@code name.class} or {@code name[0]} can be set on the values that were made, which
 * fails in as many ways as there are types.
 */
@ControllerAdvice
class FormBinding {

	private final Validator validator;

	FormBinding(Validator validator) {
		this.validator = validator;
	}

	@InitBinder
	void onlyComponents(WebDataBinder binder) {
		ResolvableType type = binder.getTargetType();
		Class<?> form = (type != null) ? type.resolve() : null;
		if (form != null && form.isRecord()) {
			binder.setDeclarativeBinding(true);
			binder.replaceValidators(new InOrder(this.validator, form));
		}
	}

	/** Violations come in no order of their own. */
	private static final class InOrder extends SpringValidatorAdapter {

		private final List<String> components;

		InOrder(Validator validator, Class<?> form) {
			super(validator);
			this.components = Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toList();
		}

		@Override
		protected void processConstraintViolations(Set<ConstraintViolation<Object>> violations, Errors errors) {
			super.processConstraintViolations(violations.stream()
				.sorted(Comparator.comparingInt(this::place).thenComparing(ConstraintViolation::getMessageTemplate))
				.collect(Collectors.toCollection(LinkedHashSet::new)), errors);
		}

		/** A violation of the whole form comes first. */
		private int place(ConstraintViolation<?> violation) {
			return this.components.indexOf(violation.getPropertyPath().iterator().next().getName());
		}

	}

}
