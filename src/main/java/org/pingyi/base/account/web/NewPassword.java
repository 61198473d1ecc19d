package org.pingyi.base.account.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/** A password typed twice. */
final class NewPassword {

	private NewPassword() {
	}

	static void requireSame(@Nullable String password, @Nullable String repeated, BindingResult errors) {
		if (!Objects.equals(password, repeated)) {
			errors.rejectValue("repeated", "account.passwordRepeat");
		}
	}

}
