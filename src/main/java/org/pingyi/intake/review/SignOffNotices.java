package org.pingyi.intake.review;

import org.pingyi.base.message.SmsOrders;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells people on their registered phones that their sheets were signed: whoever did not
 * sign learns that somebody else did.
 */
@Component
class SignOffNotices {

	private final RegisteredPhones phones;

	private final SmsOrders orders;

	SignOffNotices(RegisteredPhones phones, SmsOrders orders) {
		this.phones = phones;
		this.orders = orders;
	}

	/** In a transaction of its own, so that the order does not date the sign-off's. */
	@TransactionalEventListener
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void onSigned(SheetSigned signed) {
		this.phones.of(signed.invitation())
			.ifPresent((phone) -> this.orders.add(SignOffMessages.KIND, phone, "", LocaleContextHolder.getLocale()));
	}

}
