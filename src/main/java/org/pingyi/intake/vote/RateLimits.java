package org.pingyi.intake.vote;

import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.limit.TokenBuckets;
import org.pingyi.base.web.limit.TokenBucketsFactory;
import org.pingyi.base.web.limit.TooManyRequests;
import org.pingyi.base.web.workload.Workload;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** How often an address, a device or a number may ask, counted over all nodes. */
@Component
class RateLimits implements DisposableBean {

	private static final Duration SPAN = Duration.ofHours(1);

	private static final int CONNECTIONS = 4;

	/** So many networks at least have to press to use up a segment. */
	private static final int NETWORKS_PER_SEGMENT = 4;

	private final TokenBuckets buckets;

	private final Pseudonyms pseudonyms;

	private final VoteSettings.Limit limit;

	RateLimits(TokenBucketsFactory buckets, Pseudonyms pseudonyms, VoteSettings settings) {
		this.buckets = buckets.create(Workload.VOTING, "vote_bucket", CONNECTIONS, SPAN);
		this.pseudonyms = pseudonyms;
		this.limit = settings.limits();
	}

	/**
	 * @throws TooManyRequests {@code vote.limit.address}
	 */
	void code(String address) {
		take("codes", address, this.limit.codesPerAddress(), "vote.limit.address");
	}

	/** A code asked for without proof of work. */
	void plainCode(String address) {
		take("plain", address, this.limit.plainPerAddress(), "vote.limit.plain");
		take("plain", "all", this.limit.plainInAll(), "vote.limit.plain");
	}

	void pass(String address, String device) {
		take("passes", address, this.limit.passesPerAddress(), "vote.limit.address");
		if (!device.isEmpty()) {
			take("device", device, this.limit.passesPerDevice(), "vote.limit.device");
		}
	}

	/**
	 * Codes for numbers of one segment: nobody pays for calling all of it, and no one
	 * network uses up what its people may ask for.
	 */
	void segment(PhoneNumber phone, String network) {
		int most = this.limit.codesPerSegment();
		take("segment", phone.segment() + ":" + network, Math.max(1, most / NETWORKS_PER_SEGMENT),
				"vote.limit.segment");
		take("segment", phone.segment(), most, "vote.limit.segment");
	}

	/**
	 * Counts a message for a network; nothing is refused for that.
	 * @param perHour messages in an hour for all
	 * @return how many the network has had within an hour, this one included
	 */
	long message(String network, int perHour) {
		return perHour - bucket("messages", network, perHour).tryConsumeAndReturnRemaining(1).getRemainingTokens();
	}

	/** The message was not sent after all. */
	void unsent(String network, int perHour) {
		bucket("messages", network, perHour).addTokens(1);
	}

	void receipt(String address) {
		take("receipts", address, this.limit.receiptsPerAddress(), "vote.limit.address");
	}

	/**
	 * Counts a challenge; nothing is refused for that.
	 * @return how much of its hour the address has used, in percent
	 */
	int challenge(String address) {
		int most = this.limit.challengesPerAddress();
		ConsumptionProbe probe = bucket("challenges", address, most).tryConsumeAndReturnRemaining(1);
		return (int) (100 * (most - probe.getRemainingTokens()) / most);
	}

	/** Forgets what is full again. */
	void sweep() {
		this.buckets.sweep();
	}

	@Override
	public void destroy() {
		this.buckets.close();
	}

	private void take(String purpose, String subject, int most, String key) {
		ConsumptionProbe probe = bucket(purpose, subject, most).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()), key);
		}
	}

	private Bucket bucket(String purpose, String subject, int most) {
		return this.buckets.of(this.pseudonyms.of("vote.limit", purpose + ":" + subject), most);
	}

}
