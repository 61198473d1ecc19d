package org.pingyi.intake.vote;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a city decides about rights and their limits; {@code src/docs/vote-rights.md} says
 * what each means.
 *
 * @param rights the ways in which people may prove their right
 * @param rightsPerDevice rights that one device may win without a doubt
 * @param limits how often, by the hour
 * @param work what a phone has to work before a message is paid for
 * @param oidc the identity provider, where there is one
 */
@ConfigurationProperties("pingyi.vote")
public record VoteSettings(Set<Way> rights, int rightsPerDevice, Limit limits, Work work, @Nullable Oidc oidc) {

	public VoteSettings {
		if (rights.isEmpty()) {
			throw new IllegalArgumentException("pingyi.vote.rights names no way, so nobody could vote");
		}
	}

	/**
	 * Requests in one hour; {@code plain} are those without proof of work.
	 */
	public record Limit(int codesPerAddress, int passesPerAddress, int passesPerDevice, int passesPerNumber,
			int receiptsPerAddress, int plainPerAddress, int plainInAll, int challengesPerAddress) {
	}

	/**
	 * Proof of work.
	 *
	 * @param difficulty the highest number that is tried, while nobody presses
	 * @param hardest by how much it grows at most
	 * @param valid how long a challenge may be answered
	 */
	public record Work(int difficulty, int hardest, Duration valid) {
	}

	/**
	 * An identity provider that speaks OpenID Connect.
	 *
	 * @param issuer its address, as its tokens name it; blank for none
	 * @param authorization where people sign in; blank when the provider publishes it
	 * @param token where the code is exchanged, likewise
	 * @param keys where its keys lie, likewise
	 * @param claim which claim tells one person from another
	 * @param label what the button says in Chinese
	 * @param labelEn what the button says in English
	 * @param patience how long it may take to answer
	 */
	public record Oidc(String issuer, String authorization, String token, String keys, String client, String secret,
			String scope, String claim, String label, String labelEn, Duration patience) {

		public boolean configured() {
			return !this.issuer.isBlank() && !this.client.isBlank();
		}

	}

}
