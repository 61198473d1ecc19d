package org.pingyi.intake.vote;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.altcha.altcha.Altcha;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.SentSms;
import org.pingyi.base.message.SmsReports;
import org.pingyi.intake.vote.card.CodeBatches;
import org.pingyi.intake.vote.card.IssuedBatch;
import org.pingyi.intake.vote.card.NewBatch;
import org.pingyi.intake.vote.phone.CodeOrder;
import org.pingyi.intake.vote.phone.CodeUse;
import org.pingyi.intake.vote.phone.PhoneCodes;

/** Citizens with a number, and what arrives on their phones. */
@Samples
public class VoteSamples {

	public static final PhoneNumber LI = PhoneNumber.read("138 0000 1111").orElseThrow();

	public static final PhoneNumber WANG = PhoneNumber.read("+86 139-0000-2222").orElseThrow();

	private static final Pattern CODE = Pattern.compile("\\d{6}");

	private final SmsReports reports;

	private final CodeBatches batches;

	private final VerifiedRights verified;

	private final PhoneCodes codes;

	VoteSamples(SmsReports reports, CodeBatches batches, VerifiedRights verified, PhoneCodes codes) {
		this.reports = reports;
		this.batches = batches;
		this.verified = verified;
		this.codes = codes;
	}

	/** Orders a code to vote with, in a browser that held no order. */
	public CodeOrder order(PhoneNumber phone) {
		return order(CodeOrder.place(CodeUse.VOTE, phone, ""), "203.0.113.0/24");
	}

	/** Orders a code as before, from a network. */
	public CodeOrder order(CodeOrder order, String network) {
		this.codes.send(order, network);
		return order;
	}

	/** Notes that a right was proved on a device, as the entrance does. */
	public void proved(String right, long cycle, String device) {
		this.verified.note(right, cycle, device);
	}

	/** How many messages went out. */
	public int messages() {
		return sent().size();
	}

	/** The code in the latest message to a number. */
	public String codeOf(PhoneNumber phone) {
		return sent().stream()
			.filter((message) -> message.phone().equals(phone.digits()))
			.map((message) -> CODE.matcher(message.text()))
			.filter(Matcher::find)
			.map(Matcher::group)
			.findFirst()
			.orElseThrow();
	}

	private List<SentSms> sent() {
		return As.office(this.reports::kept).orElseThrow();
	}

	/** What a phone sends back for a challenge, once it has worked. */
	public String solved(ProofOfWork.Challenge challenge) {
		return proof(challenge, number(challenge));
	}

	/** What a phone sends back with a number. */
	public String proof(ProofOfWork.Challenge challenge, long number) {
		String answer = """
				{"algorithm":"%s","challenge":"%s","number":%d,"salt":"%s","signature":"%s"}"""
			.formatted(challenge.algorithm(), challenge.challenge(), number, challenge.salt(), challenge.signature());
		return Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.UTF_8));
	}

	/** The number that solves a challenge. */
	public long number(ProofOfWork.Challenge challenge) {
		try {
			return Altcha.solveChallenge(challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256,
					challenge.maxnumber(), 0).number;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Codes printed for a year. */
	public IssuedBatch printed(long cycle, int count) {
		return As.office(() -> this.batches.make(cycle, new NewBatch("人大代表会议", "市人大代表", "", count)));
	}

	/** A code of six digits that was not sent. */
	public String wrongCode(PhoneNumber phone) {
		return codeOf(phone).equals("000000") ? "111111" : "000000";
	}

}
