package org.pingyi.intake.vote;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a city decides about rights and their limits; {@code src/docs/vote-rights.md} says
 * what each means.
 *
 * @param rights the ways in which people may prove their right
 * @param rightsPerDevice rights that one device may win without a signal
 * @param limits how often, by the hour
 * @param work what a phone has to work before a message is paid for
 */
@ConfigurationProperties("pingyi.vote")
record VoteSettings(Set<Way> rights, int rightsPerDevice, Limit limits, Work work) {

	VoteSettings {
		if (rights.isEmpty()) {
			throw new IllegalArgumentException("pingyi.vote.rights names no way, so nobody could vote");
		}
	}

	/**
	 * Requests in one hour; {@code plain} are those without proof of work, a segment is
	 * the first seven digits of a number, and {@code sharePerNetwork} is in percent of
	 * the messages that others have left over.
	 */
	record Limit(int codesPerAddress, int passesPerAddress, int passesPerDevice, int receiptsPerAddress,
			int plainPerAddress, int plainInAll, int challengesPerAddress, int codesPerSegment, int sharePerNetwork) {
	}

	/**
	 * Proof of work.
	 *
	 * @param difficulty the highest number that is tried, while nobody presses
	 * @param hardest by how much it grows at most
	 * @param valid how long a challenge may be answered
	 */
	record Work(int difficulty, int hardest, Duration valid) {
	}

}
