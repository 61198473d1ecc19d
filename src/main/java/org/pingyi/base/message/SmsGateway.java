package org.pingyi.base.message;

/** Sends short messages; which way is the city's choice. */
interface SmsGateway {

	/**
	 * Hands a message over.
	 * @throws SmsFailed when it was surely not sent, or nobody knows
	 */
	void send(Sms message) throws SmsFailed;

	/**
	 * What the office reads as its name: the message key after {@code message.sms.by.}.
	 */
	String name();

	/** Whether it is one that a city has chosen. */
	default boolean isSet() {
		return true;
	}

}
