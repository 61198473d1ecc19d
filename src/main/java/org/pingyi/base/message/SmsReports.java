package org.pingyi.base.message;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the office whether messages go out; figures only, never a number or a code. */
@Service
@PreAuthorize("hasRole('OFFICE')")
public class SmsReports {

	private static final int HOURS = 48;

	private final SmsHours hours;

	private final SmsGateway gateway;

	SmsReports(SmsHours hours, SmsGateway gateway) {
		this.hours = hours;
		this.gateway = gateway;
	}

	@Transactional(readOnly = true)
	public SmsReport now() {
		return new SmsReport(this.gateway.name(), this.hours.budget(), Math.max(0, this.hours.left()),
				this.hours.lastFailure().orElse(null), this.hours.latest(HOURS));
	}

}
