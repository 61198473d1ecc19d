package org.pingyi.base.account.web;

import org.springframework.validation.BindingResult;

/** A password typed twice. */
final class NewPassword {

	private NewPassword() {
	}

	static void requireSame(String password, String repeated, BindingResult errors) {
		if (!password.equals(repeated)) {
			errors.rejectValue("repeated", "account.passwordRepeat");
		}
	}

}
