package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import org.altcha.altcha.Altcha;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.base.message.SmsBudget;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;

/**
 * Proof of work (the ALTCHA protocol): a phone works a second or so before a message is
 * paid for. Who presses works longer; nobody is turned away for it.
 */
@Service
public class ProofOfWork {

	private static final int PERCENT = 100;

	/** From this much of the address's or the city's hour on, the work grows. */
	private static final int EASY = 25;

	private final JsonMapper json;

	private final UsedChallengeRepository used;

	private final RateLimits limits;

	private final SmsBudget budget;

	private final VoteSettings.Work work;

	private final String key;

	private final Clock clock;

	ProofOfWork(JsonMapper json, UsedChallengeRepository used, RateLimits limits, SmsBudget budget,
			VoteSettings settings, Pseudonyms pseudonyms, Clock clock) {
		this.json = json;
		this.used = used;
		this.limits = limits;
		this.budget = budget;
		this.work = settings.work();
		this.key = pseudonyms.of("vote.work", "");
		this.clock = clock;
	}

	/** A new challenge, as hard as it must be for this address in this hour. */
	public Challenge challenge(String address) {
		int pressed = Math.max(this.limits.challenge(address), spent());
		try {
			Altcha.Challenge made = Altcha.createChallenge(new Altcha.ChallengeOptions().setHmacKey(this.key)
				.setAlgorithm(Altcha.Algorithm.SHA256)
				.setSecureRandomNumber(true)
				.setMaxNumber(difficulty(pressed))
				.setExpires(this.clock.instant().plus(this.work.valid()).getEpochSecond()));
			return new Challenge(made.algorithm, made.challenge, made.salt, made.signature, made.maxnumber);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Takes a proof, each once.
	 * @throws Refusal 422 {@code vote.work.wrong}, {@code vote.work.expired} or
	 * {@code vote.work.used}
	 */
	void take(String proof) {
		Answer answer = read(proof);
		if (!right(proof)) {
			throw Refusal.invalid("vote.work.wrong");
		}
		Instant expires = expires(answer.salt());
		if (!this.clock.instant().isBefore(expires)) {
			throw Refusal.invalid("vote.work.expired");
		}
		if (this.used.add(answer.challenge(), expires) == 0) {
			throw Refusal.invalid("vote.work.used");
		}
	}

	void forgetExpired() {
		this.used.deleteExpired(this.clock.instant());
	}

	/** How much of the city's hour is spent, in percent. */
	private int spent() {
		int perHour = Math.max(1, this.budget.perHour());
		return (int) (PERCENT - Math.clamp(PERCENT * this.budget.left() / perHour, 0, PERCENT));
	}

	/** Doubles with every step of the hour that is used, up to the hardest. */
	long difficulty(int pressed) {
		int steps = Integer.SIZE - Integer.numberOfLeadingZeros(this.work.hardest()) - 1;
		int step = Math.clamp((long) (pressed - EASY) * (steps + 1) / (PERCENT - EASY), 0, steps);
		return (long) this.work.difficulty() << step;
	}

	private Answer read(String proof) {
		try {
			return this.json.readValue(Base64.getDecoder().decode(proof), Answer.class);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw Refusal.invalid("vote.work.wrong");
		}
	}

	private boolean right(String proof) {
		try {
			// Its expiry is seen by our own clock.
			return Altcha.verifySolution(proof, this.key, false);
		}
		catch (Exception ex) {
			return false;
		}
	}

	private static Instant expires(String salt) {
		try {
			Map<String, String> parameters = Altcha.extractParams(salt);
			return Instant.ofEpochSecond(Long.parseLong(parameters.getOrDefault("expires", "0")));
		}
		catch (Exception ex) {
			throw Refusal.invalid("vote.work.wrong");
		}
	}

	/** What a phone is given to solve: find the number up to {@code maxnumber}. */
	public record Challenge(String algorithm, String challenge, String salt, String signature, long maxnumber) {
	}

	/** What a phone gives back, its number left out: the library looks at that. */
	private record Answer(String challenge, String salt) {

		@SuppressWarnings("UnusedMethod") // JSON is read into it
		Answer {
			challenge = (challenge != null) ? challenge : "";
			salt = (salt != null) ? salt : "";
		}

	}

}
