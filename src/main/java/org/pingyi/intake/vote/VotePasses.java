package org.pingyi.intake.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Signs and reads passes: {@code right.cycle.since.signals.expiry.signature}. No session
 * and no cookie remembers who votes.
 */
@Service
public class VotePasses {

	static final Duration VALID = Duration.ofMinutes(60);

	private static final int PARTS = 6;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	VotePasses(Pseudonyms pseudonyms, Clock clock) {
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** A pass for a right that was proved just now. */
	VotePass of(String right, long cycle, int signals) {
		return new VotePass(right, cycle, this.clock.instant().truncatedTo(ChronoUnit.SECONDS), signals);
	}

	/** The pass as a form carries it, good for another 60 minutes. */
	public String sign(VotePass pass) {
		String content = String.join(".", pass.right(), String.valueOf(pass.cycle()),
				String.valueOf(pass.since().getEpochSecond()), String.valueOf(pass.signals()),
				String.valueOf(this.clock.instant().plus(VALID).getEpochSecond()));
		return content + "." + signature(content);
	}

	/**
	 * Reads what {@link #sign} wrote.
	 * @throws Refusal 403 {@code vote.passBroken} when it was not written here, 403
	 * {@code vote.passExpired} when it is too old
	 */
	public VotePass read(String signed) {
		String[] parts = signed.split("\\.", -1);
		if (parts.length != PARTS || !signedHere(signed, parts[PARTS - 1])) {
			throw new Refusal(HttpStatus.FORBIDDEN, "vote.passBroken");
		}
		if (this.clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[PARTS - 2])))) {
			throw new Refusal(HttpStatus.FORBIDDEN, "vote.passExpired");
		}
		return new VotePass(parts[0], Long.parseLong(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])),
				Integer.parseInt(parts[3]));
	}

	private boolean signedHere(String signed, String signature) {
		String content = signed.substring(0, signed.length() - signature.length() - 1);
		return MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
				signature(content).getBytes(StandardCharsets.UTF_8));
	}

	private String signature(String content) {
		return this.pseudonyms.of("vote.pass", content);
	}

}
