package org.pingyi.base.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out orders for messages. The order goes and its message is written in one
 * transaction, before the gateway is asked: a message is never sent twice, and one that
 * is lost is ordered again by whoever misses it.
 */
@Service
class SmsSender {

	private static final Logger log = LoggerFactory.getLogger(SmsSender.class);

	private final SmsQueue queue;

	private final Map<String, SmsWriter> writers;

	private final SmsBudget budget;

	private final SmsHours hours;

	private final SmsGateway gateway;

	private final BackgroundTasks tasks;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SmsSender(SmsQueue queue, List<SmsWriter> writers, SmsBudget budget, SmsHours hours, SmsGateway gateway,
			BackgroundTasks tasks, TransactionTemplate transaction, Clock clock) {
		this.queue = queue;
		this.writers = writers.stream().collect(Collectors.toMap(SmsWriter::kind, Function.identity()));
		this.budget = budget;
		this.hours = hours;
		this.gateway = gateway;
		this.tasks = tasks;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Carries out every order that waits, in the background. */
	void sendSoon() {
		this.tasks.soon(this::sendAll);
	}

	/** Carries out every order that waits. */
	void sendAll() {
		Taken taken;
		do {
			taken = this.transaction.execute((status) -> take());
			taken.message().ifPresent(this::send);
		}
		while (taken.found());
	}

	private Taken take() {
		Optional<SmsOrder> order = this.queue.take();
		return new Taken(order.isPresent(), order.flatMap(this::write));
	}

	private Optional<Sms> write(SmsOrder order) {
		SmsWriter writer = this.writers.get(order.kind());
		if (writer == null) {
			log.warn("Nobody writes messages of the kind {}; an order is dropped", order.kind());
			return Optional.empty();
		}
		boolean late = order.at().isBefore(this.clock.instant().minus(writer.validity()));
		if (late || !this.budget.take()) {
			this.hours.turnedAway();
			return Optional.empty();
		}
		Optional<Sms> message = writer.write(order.phone(), order.reference(), order.locale());
		if (message.isEmpty()) {
			this.budget.giveBack();
		}
		return message;
	}

	private void send(Sms message) {
		try {
			this.gateway.send(message);
			this.hours.sent();
		}
		catch (SmsFailed failure) {
			this.hours.failed(failure.kind());
			log.warn("A message was not sent: {}", failure.kind());
		}
	}

	/** Whether an order was found, and the message that is due for it. */
	private record Taken(boolean found, Optional<Sms> message) {
	}

}
