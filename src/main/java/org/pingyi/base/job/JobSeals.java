package org.pingyi.base.job;

import java.security.MessageDigest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Component;

/**
 * Seals jobs with an HMAC under a key outside the database: whoever writes into it orders
 * nothing, confirms nothing and takes nobody's result.
 */
@Component
class JobSeals {

	private static final Logger logger = LoggerFactory.getLogger(JobSeals.class);

	private final Pseudonyms pseudonyms;

	JobSeals(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	/** Seals what an act made of a job; the last thing that it does to it. */
	void seal(JobEntity job) {
		job.seal(this.pseudonyms.mac(job.sealed()));
	}

	boolean hold(JobEntity job) {
		boolean genuine = MessageDigest.isEqual(job.seal(), this.pseudonyms.mac(job.sealed()));
		if (!genuine) {
			logger.error("Job {} was altered in the database; nothing comes of it", job.getId());
		}
		return genuine;
	}

	/**
	 * Makes sure that a job is as the last act left it.
	 * @throws Refusal 409 {@code job.altered}
	 */
	JobEntity require(JobEntity job) {
		if (!hold(job)) {
			throw Refusal.conflict("job.altered");
		}
		return job;
	}

}
