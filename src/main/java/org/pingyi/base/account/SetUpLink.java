package org.pingyi.base.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the one-time set-up link of a city that has no account yet. */
@Component
@ConditionalOnProperty(name = "pingyi.local", havingValue = "false", matchIfMissing = true)
class SetUpLink {

	private static final Logger log = LoggerFactory.getLogger(SetUpLink.class);

	private final SetUp setUp;

	private final String address;

	SetUpLink(SetUp setUp, @Value("${pingyi.address:http://127.0.0.1:${server.port:8080}}") String address) {
		this.setUp = setUp;
		this.address = address;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		if (this.setUp.needed()) {
			log.warn("Nobody has an account yet. Within 24 hours appoint the first administrators at {}/setup/{}",
					this.address, this.setUp.token());
		}
	}

}
