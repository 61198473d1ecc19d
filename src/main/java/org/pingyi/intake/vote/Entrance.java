package org.pingyi.intake.vote;

import java.util.Set;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.TooManyRequests;
import org.pingyi.intake.vote.card.PrintedCodes;
import org.pingyi.intake.vote.phone.PhoneCodes;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * The citizens' entrance: whoever proves a right in one of the ways that the city allows
 * obtains a pass. Each attempt is counted against the limits before anything else.
 */
@Service
public class Entrance {

	private final VoteSettings settings;

	private final RateLimits limits;

	private final ProofOfWork work;

	private final PhoneCodes codes;

	private final PrintedCodes printed;

	private final VerifiedRights verified;

	private final VotePasses passes;

	Entrance(VoteSettings settings, RateLimits limits, ProofOfWork work, PhoneCodes codes, PrintedCodes printed,
			VerifiedRights verified, VotePasses passes) {
		this.settings = settings;
		this.limits = limits;
		this.work = work;
		this.codes = codes;
		this.printed = printed;
		this.verified = verified;
		this.passes = passes;
	}

	/** The ways that the city allows. */
	public Set<Way> ways() {
		return this.settings.rights();
	}

	/**
	 * Orders a code for a number, as {@link PhoneCodes#send} does.
	 * @param proof the solved challenge; blank from a phone that cannot solve one, of
	 * which few are served
	 * @throws TooManyRequests when the address, the phones without proof, or all together
	 * have asked too often
	 * @throws Refusal 422 when the proof is none, 403 {@code vote.wayClosed}
	 */
	public void order(PhoneNumber phone, String proof, String address) {
		require(Way.PHONE);
		this.limits.code(address);
		if (proof.isBlank()) {
			this.limits.plainCode(address);
		}
		else {
			this.work.take(proof);
		}
		this.codes.send(phone);
	}

	/**
	 * A pass for the number that a code was sent to. Not one transaction: a wrong try
	 * counts although it is refused.
	 * @throws TooManyRequests when address, device or number have tried too often
	 * @throws Refusal 422 {@code vote.code.wrong}, 403 {@code vote.wayClosed}
	 */
	public VotePass byPhone(PhoneNumber phone, String code, Visitor visitor, long cycle) {
		require(Way.PHONE);
		this.limits.pass(visitor.address(), visitor.device());
		this.limits.number(phone);
		if (!this.codes.confirm(phone, code)) {
			throw Refusal.invalid("vote.code.wrong").at("code");
		}
		return pass(this.codes.right(phone), cycle, visitor);
	}

	/**
	 * A pass for a printed code, as often as it is asked for until the year closes: the
	 * answer to the first time may have been lost, and the right stays one.
	 * @throws TooManyRequests when address or device have tried too often
	 * @throws Refusal 422 {@code vote.ticket.*}, 403 {@code vote.wayClosed}
	 */
	public VotePass byPrintedCode(String typed, Visitor visitor, long cycle) {
		require(Way.CODE);
		this.limits.pass(visitor.address(), visitor.device());
		return pass(this.printed.use(typed, cycle), cycle, visitor);
	}

	/**
	 * Counts somebody who goes to the identity provider, as if they ordered a code.
	 * @throws TooManyRequests when the address has asked too often
	 */
	public void countDeparture(Visitor visitor) {
		this.limits.code(visitor.address());
	}

	/**
	 * Counts somebody who comes back from the identity provider, which is asked about
	 * them next.
	 * @throws TooManyRequests when the address has tried too often
	 */
	public void countReturn(Visitor visitor) {
		this.limits.pass(visitor.address(), visitor.device());
	}

	/** A pass for a person whom the identity provider has vouched for. */
	public VotePass byIdentity(String right, Visitor visitor, long cycle) {
		require(Way.ID);
		return pass(right, cycle, visitor);
	}

	/**
	 * Counts a look at a receipt.
	 * @throws TooManyRequests when the address has asked too often
	 */
	public void countReceipt(String address) {
		this.limits.receipt(address);
	}

	private VotePass pass(String right, long cycle, Visitor visitor) {
		return this.passes.of(right, cycle, this.verified.note(right, cycle, visitor.device()));
	}

	private void require(Way way) {
		if (!ways().contains(way)) {
			throw new Refusal(HttpStatus.FORBIDDEN, "vote.wayClosed");
		}
	}

}
