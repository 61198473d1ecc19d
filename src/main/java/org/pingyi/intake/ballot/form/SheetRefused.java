package org.pingyi.intake.ballot.form;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

/** A sheet that the scheme does not take for a valid one; what was entered is kept. */
public class SheetRefused extends Refusal {

	SheetRefused(String key, Object... arguments) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
	}

}
