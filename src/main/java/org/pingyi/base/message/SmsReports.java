package org.pingyi.base.message;

import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the office whether messages go out; figures only, never a number or a code. */
@Service
@PreAuthorize("hasRole('OFFICE')")
public class SmsReports {

	private static final int HOURS = 48;

	private final SmsBudget budget;

	private final SmsHours hours;

	private final SmsGateway gateway;

	private final ObjectProvider<DevelopmentSms> development;

	SmsReports(SmsBudget budget, SmsHours hours, SmsGateway gateway, ObjectProvider<DevelopmentSms> development) {
		this.budget = budget;
		this.hours = hours;
		this.gateway = gateway;
		this.development = development;
	}

	@Transactional(readOnly = true)
	public SmsReport now() {
		return new SmsReport(this.gateway.name(), this.budget.perHour(), Math.max(0, this.budget.left()),
				this.hours.lastFailure().orElse(null), this.hours.latest(HOURS));
	}

	/**
	 * What the development gateway kept instead of sending, newest first; empty under a
	 * gateway that sends.
	 */
	public Optional<List<SentSms>> kept() {
		return Optional.ofNullable(this.development.getIfAvailable()).map(DevelopmentSms::latest);
	}

}
