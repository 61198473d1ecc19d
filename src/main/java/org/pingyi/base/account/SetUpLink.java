package org.pingyi.base.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.PublicAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints the one-time set-up link of a city that has no account yet; with
 * {@code pingyi.recover=<login>} a link for an administrator who lost the password.
 */
@Component
@ConditionalOnProperty(name = "pingyi.local", havingValue = "false", matchIfMissing = true)
class SetUpLink {

	private static final Logger log = LoggerFactory.getLogger(SetUpLink.class);

	private final SetUp setUp;

	private final PublicAddress address;

	private final String lost;

	SetUpLink(SetUp setUp, @Value("${pingyi.recover:}") String lost, PublicAddress address) {
		this.setUp = setUp;
		this.lost = lost;
		this.address = address;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		if (this.setUp.needed()) {
			log.warn("Nobody has an account yet. Within 24 hours appoint the first administrators at {}",
					this.address.of("/setup/" + this.setUp.token()));
		}
		else if (!this.lost.isBlank()) {
			log.warn("Within 24 hours {} may set a new password at {}", this.lost,
					this.address.of("/activation/" + this.setUp.recover(this.lost)));
		}
	}

}
