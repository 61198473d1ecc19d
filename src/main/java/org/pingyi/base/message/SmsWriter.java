package org.pingyi.base.message;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Writes the messages of one kind; implemented by the module that orders them. */
public interface SmsWriter {

	/** Names the kind in orders: without spaces, after the module. */
	String kind();

	/** How long an order may wait before its message is of no use. */
	Duration validity();

	/**
	 * The message, or empty when none is due for the number. Runs in the transaction that
	 * takes the order away, before the gateway is asked.
	 * @param reference as the order was given it
	 */
	Optional<Sms> write(PhoneNumber phone, String reference, Locale locale);

}
