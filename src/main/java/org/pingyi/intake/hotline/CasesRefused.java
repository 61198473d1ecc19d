package org.pingyi.intake.hotline;

import java.util.List;

import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.RowError;

import org.springframework.http.HttpStatus;

/** A file of cases with something wrong in it; nothing of it was taken in. */
public class CasesRefused extends Refusal {

	private final transient List<RowError> errors;

	CasesRefused(List<RowError> errors) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, "hotline.fileRefused", errors.size());
		this.errors = List.copyOf(errors);
	}

	public List<RowError> errors() {
		return this.errors;
	}

}
