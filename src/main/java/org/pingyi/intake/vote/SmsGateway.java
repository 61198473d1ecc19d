package org.pingyi.intake.vote;

/** Sends short messages; which way is the city's choice. */
interface SmsGateway {

	void send(PhoneNumber phone, String text);

}
