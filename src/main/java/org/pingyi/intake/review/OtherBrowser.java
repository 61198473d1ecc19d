package org.pingyi.intake.review;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

/** A link that another browser opened first: 403. */
public class OtherBrowser extends Refusal {

	private final String phone;

	OtherBrowser(@Nullable PhoneNumber phone) {
		super(HttpStatus.FORBIDDEN, (phone != null) ? "review.otherBrowser.phone" : "review.otherBrowser");
		this.phone = (phone != null) ? phone.masked() : "";
	}

	/** The phone that a code can be sent to, masked; "" when none is registered. */
	public String phone() {
		return this.phone;
	}

}
