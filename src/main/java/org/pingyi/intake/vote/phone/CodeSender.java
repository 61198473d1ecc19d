package org.pingyi.intake.vote.phone;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.message.Sms;
import org.pingyi.base.message.SmsFailed;
import org.pingyi.base.message.SmsGateway;
import org.pingyi.base.message.SmsHours;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out orders for codes. The order goes and the code is noted in one transaction,
 * before the gateway is asked: a message is never sent twice, and one that is lost is
 * asked for again after a minute.
 */
@Service
public class CodeSender {

	private static final Logger log = LoggerFactory.getLogger(CodeSender.class);

	private static final int CODES = 1_000_000;

	private final SecureRandom random = new SecureRandom();

	private final CodeOrders outbox;

	private final CodeTable codes;

	private final SmsHours hours;

	private final SmsGateway gateway;

	private final MessageSource messages;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CodeSender(CodeOrders outbox, CodeTable codes, SmsHours hours, SmsGateway gateway, MessageSource messages,
			TransactionTemplate transaction, Clock clock) {
		this.outbox = outbox;
		this.codes = codes;
		this.hours = hours;
		this.gateway = gateway;
		this.messages = messages;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Carries out every order that waits. */
	public void deliver() {
		Optional<CodeOrders.Order> order = Optional.empty();
		do {
			order = deliverNext();
		}
		while (order.isPresent());
	}

	private Optional<CodeOrders.Order> deliverNext() {
		String code = String.format(Locale.ROOT, "%06d", this.random.nextInt(CODES));
		Errand errand = this.transaction.execute((status) -> take(code));
		if (errand.due()) {
			errand.order().ifPresent((order) -> send(order, code));
		}
		return errand.order();
	}

	/** Whether there is an order, and whether a message is due for it. */
	private Errand take(String code) {
		Optional<CodeOrders.Order> order = this.outbox.take();
		return new Errand(order, order.filter((one) -> due(one, code)).isPresent());
	}

	private boolean due(CodeOrders.Order order, String code) {
		boolean late = order.at().isBefore(OffsetDateTime.now(this.clock).minus(PhoneCodes.VALID));
		if (late || !this.hours.take()) {
			this.hours.turnedAway();
			return false;
		}
		boolean noted = this.codes.note(order.phone(), code);
		if (!noted) {
			this.hours.giveBack();
		}
		return noted;
	}

	private void send(CodeOrders.Order order, String code) {
		String minutes = String.valueOf(PhoneCodes.VALID.toMinutes());
		String text = this.messages.getMessage("vote.sms", new Object[] { code, minutes }, order.locale());
		try {
			this.gateway.send(new Sms(order.phone(), code, text));
			this.hours.sent();
		}
		catch (SmsFailed failure) {
			this.hours.failed(failure.kind());
			log.warn("A message was not sent: {}", failure.kind());
		}
	}

	/** An order that was taken, if any waited. */
	private record Errand(Optional<CodeOrders.Order> order, boolean due) {
	}

}
