package org.pingyi.intake.vote;

import java.util.Set;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.limit.TooManyRequests;
import org.pingyi.intake.vote.card.PrintedCodes;
import org.pingyi.intake.vote.phone.CodeOrder;
import org.pingyi.intake.vote.phone.CodeUse;
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

	private final BudgetShares shares;

	private final SegmentBursts segments;

	private final ProofOfWork work;

	private final PhoneCodes codes;

	private final PrintedCodes printed;

	private final VerifiedRights verified;

	private final VotePasses passes;

	Entrance(VoteSettings settings, RateLimits limits, BudgetShares shares, SegmentBursts segments, ProofOfWork work,
			PhoneCodes codes, PrintedCodes printed, VerifiedRights verified, VotePasses passes) {
		this.settings = settings;
		this.limits = limits;
		this.shares = shares;
		this.segments = segments;
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
	 * @param held what the page holds of an earlier order, or ""
	 * @param proof the solved challenge; blank from a phone that cannot solve one, of
	 * which few are served
	 * @return the order, which the page holds from now on
	 * @throws TooManyRequests when the address, its network, the phones without proof,
	 * numbers of the same segment, or all together have asked too often
	 * @throws Refusal 422 when the proof is none, 403 {@code vote.wayClosed}
	 */
	public CodeOrder order(PhoneNumber phone, String held, String proof, Visitor visitor) {
		require(Way.PHONE);
		this.limits.code(visitor.address());
		if (proof.isBlank()) {
			this.limits.plainCode(visitor.address());
		}
		else {
			this.work.take(proof);
		}
		this.limits.segment(phone, visitor.network());
		this.shares.take(visitor.network());
		CodeOrder order = CodeOrder.place(CodeUse.VOTE, phone, held);
		this.codes.send(order, visitor.network());
		return order;
	}

	/**
	 * A pass for the number that a code was sent to. Not one transaction: a wrong try
	 * counts although it is refused. Tries are not counted by the number: a stranger's
	 * would be its owner's.
	 * @param order token of the order that the code was sent for
	 * @throws TooManyRequests when address or device have tried too often
	 * @throws Refusal 422 {@code vote.code.wrong}, 403 {@code vote.wayClosed}
	 */
	public VotePass byPhone(PhoneNumber phone, String order, String code, Visitor visitor, long cycle) {
		require(Way.PHONE);
		this.limits.pass(visitor.address(), visitor.device());
		if (!this.codes.confirm(new CodeOrder(CodeUse.VOTE, phone, order), code)) {
			throw Refusal.invalid("vote.code.wrong").at("code");
		}
		String right = this.codes.right(phone);
		int signals = this.segments.note(phone, right) | this.verified.note(right, cycle, visitor.device());
		return this.passes.of(right, cycle, signals);
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
