package org.pingyi.base.account;

import java.util.concurrent.TimeUnit;
import java.time.Duration;
import java.util.List;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.limit.TokenBuckets;
import org.pingyi.base.web.limit.TokenBucketsFactory;
import org.pingyi.base.web.limit.TooManyRequests;
import org.pingyi.base.web.workload.Workload;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts attempts to sign in before any password is hashed. Strangers share the attempts
 * at a name and those of their network; a device on which the person signed in before has
 * its own, so that no stranger ever locks anybody out. Whoever is told to wait comes
 * through all the same with the code of a second factor, which costs no hash to check.
 */
@Component
class SignInLimits implements DisposableBean {

	private static final Duration SPAN = Duration.ofMinutes(15);

	/** One more every 90 seconds. */
	private static final int PER_NAME = 10;

	private static final int PER_DEVICE = 10;

	/** An office that arrives at nine signs in; whoever succeeds is not counted. */
	private static final int PER_NETWORK = 60;

	/**
	 * Three of a million codes fit: two years of guessing at this rate find one in ten.
	 */
	private static final int CODES = 10;

	private static final int CODES_PER_NAME = 50;

	/**
	 * Journeys to the identity service from one network; whoever arrives is not counted.
	 */
	private static final int DEPARTURES = 60;

	private static final int CONNECTIONS = 2;

	private final TokenBuckets buckets;

	private final Pseudonyms pseudonyms;

	SignInLimits(TokenBucketsFactory buckets, Pseudonyms pseudonyms) {
		this.buckets = buckets.create(Workload.STAFF, "account_bucket", CONNECTIONS, SPAN);
		this.pseudonyms = pseudonyms;
	}

	/**
	 * Counts an attempt at a name, whether it exists or not.
	 * @throws TooManyRequests {@code account.signInWait}
	 */
	Admission admit(String login, Origin origin) {
		if (origin.known()) {
			Bucket own = bucket("device", login, origin.device(), PER_DEVICE);
			if (own.tryConsume(1)) {
				return new Admission(Lane.KNOWN, List.of(own));
			}
		}
		Bucket network = bucket("network", "", origin.network(), PER_NETWORK);
		Bucket name = bucket("name", login, "", PER_NAME);
		ConsumptionProbe probe = network.tryConsumeAndReturnRemaining(1);
		if (probe.isConsumed()) {
			probe = name.tryConsumeAndReturnRemaining(1);
		}
		if (probe.isConsumed()) {
			return new Admission(Lane.STRANGERS, List.of(network, name));
		}
		throw wait("account.signInWait", probe);
	}

	/**
	 * Counts an attempt of whoever comes through with a right code, which stays unused
	 * until the password is right too.
	 * @throws TooManyRequests {@code account.signInWait}
	 */
	Admission admitProven(String login) {
		Bucket own = bucket("proven", login, "", PER_NAME);
		ConsumptionProbe probe = own.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw wait("account.signInWait", probe);
		}
		return new Admission(Lane.KNOWN, List.of(own));
	}

	/** Whether one more code of a second factor may be tried. */
	boolean admitCode(String login, Origin origin) {
		if (origin.known() && bucket("device.code", login, origin.device(), CODES).tryConsume(1)) {
			return true;
		}
		return bucket("network.code", login, origin.network(), CODES).tryConsume(1)
				&& bucket("name.code", login, "", CODES_PER_NAME).tryConsume(1);
	}

	/**
	 * Counts a journey to the identity service, apart from passwords: whoever has used
	 * these up signs in by one.
	 * @throws TooManyRequests {@code account.oidc.wait}
	 */
	void admitDeparture(Origin origin) {
		ConsumptionProbe probe = departures(origin).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw wait("account.oidc.wait", probe);
		}
	}

	/** Somebody arrived, and counts no more. */
	void refundDeparture(Origin origin) {
		departures(origin).addTokens(1);
	}

	/** Whether whoever is signed in may try once more to show who they are. */
	boolean admitConfirmation(String login) {
		return bucket("confirmation", login, "", PER_NAME).tryConsume(1);
	}

	/** Forgets what is full again. */
	@Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void sweep() {
		this.buckets.sweep();
	}

	@Override
	public void destroy() {
		this.buckets.close();
	}

	private static TooManyRequests wait(String key, ConsumptionProbe probe) {
		return TooManyRequests.saying(key, Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	private Bucket departures(Origin origin) {
		return bucket("departure", "", origin.network(), DEPARTURES);
	}

	private Bucket bucket(String purpose, String login, String from, int most) {
		return this.buckets.of(this.pseudonyms.of("account.limit", purpose + ":" + login + ":" + from), most);
	}

	/**
	 * An attempt that was counted.
	 *
	 * @param lane where its password is hashed
	 */
	record Admission(Lane lane, List<Bucket> counted) {

		/** It was right, and counts no more. */
		void refund() {
			this.counted.forEach((bucket) -> bucket.addTokens(1));
		}

	}

}
