package org.pingyi.base.web;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;

import org.springframework.core.ResolvableType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.ServletRequestDataBinder;

import static org.assertj.core.api.Assertions.assertThat;

class FormBindingTests {

	private static final List<String> AS_ON_THE_PAGE = List.of("name", "code", "address", "phone", "group", "rule",
			"reason", "from", "until");

	@Test
	void listsErrorsInTheOrderOfTheForm() {
		try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
			ServletRequestDataBinder binder = binder();
			new FormBinding(validators.getValidator()).onlyComponents(binder);
			assertThat(faulty(binder)).isEqualTo(AS_ON_THE_PAGE);
		}
	}

	/** The positive control: by itself the validator lists them in no order. */
	@Test
	void wouldListThemInAnyOrder() {
		try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
			ServletRequestDataBinder binder = binder();
			binder.setValidator(new SpringValidatorAdapter(validators.getValidator()));
			assertThat(faulty(binder)).isNotEqualTo(AS_ON_THE_PAGE).containsExactlyInAnyOrderElementsOf(AS_ON_THE_PAGE);
		}
	}

	private static ServletRequestDataBinder binder() {
		ServletRequestDataBinder binder = new ServletRequestDataBinder(null, "form");
		binder.setTargetType(ResolvableType.forClass(Form.class));
		return binder;
	}

	private static List<String> faulty(ServletRequestDataBinder binder) {
		binder.construct(new MockHttpServletRequest());
		binder.validate();
		return binder.getBindingResult().getFieldErrors().stream().map(FieldError::getField).toList();
	}

	private record Form(@NotBlank String name, @NotBlank String code, @NotBlank String address, @NotBlank String phone,
			@NotBlank String group, @NotBlank String rule, @NotBlank String reason, @NotBlank String from,
			@NotBlank String until) {
	}

}
