package org.pingyi.base.message;

import java.util.Locale;

import org.springframework.stereotype.Service;

/** Takes orders for messages, which are written and sent in the background. */
@Service
public class SmsOrders {

	private final SmsQueue queue;

	private final SmsSender sender;

	private final SmsGateway gateway;

	SmsOrders(SmsQueue queue, SmsSender sender, SmsGateway gateway) {
		this.queue = queue;
		this.sender = sender;
		this.gateway = gateway;
	}

	/** Whether there is a gateway that carries them out. */
	public boolean areSent() {
		return this.gateway.isSet();
	}

	/**
	 * Orders a message. The same statement runs for every number; whether a message is
	 * due is seen when its turn comes.
	 * @param kind of the {@link SmsWriter} that will write it
	 * @param reference what the writer has to know of it; of the same length for every
	 * number
	 */
	public void add(String kind, PhoneNumber phone, String reference, Locale locale) {
		this.queue.add(kind, phone, reference, locale);
		this.sender.sendSoon();
	}

}
