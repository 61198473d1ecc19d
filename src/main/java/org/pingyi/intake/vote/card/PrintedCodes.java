package org.pingyi.intake.vote.card;

import java.util.Optional;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a printed code is good for. */
@Service
public class PrintedCodes {

	private static final String RIGHT = "code:";

	private final PrintedCodeRepository codes;

	private final CodeBatchRepository batches;

	private final Pseudonyms pseudonyms;

	PrintedCodes(PrintedCodeRepository codes, CodeBatchRepository batches, Pseudonyms pseudonyms) {
		this.codes = codes;
		this.batches = batches;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * The right of a code, which from now on is used: its batch can be withdrawn without
	 * taking it away.
	 * @throws Refusal 422 {@code vote.ticket.mistyped}, {@code vote.ticket.unknown},
	 * {@code vote.ticket.withdrawn} or {@code vote.ticket.otherYear}
	 */
	@Transactional
	public String use(String typed, long cycle) {
		PrintedCode code = PrintedCode.read(typed).orElseThrow(() -> Refusal.invalid("vote.ticket.mistyped"));
		String mac = code.mac(this.pseudonyms);
		if (this.codes.use(mac, cycle) == 0) {
			throw refusal(this.batches.ofCode(mac), cycle);
		}
		return RIGHT + mac;
	}

	/**
	 * The rater class that the batch of a right is for; empty for a batch for everybody,
	 * and for rights that are no printed code.
	 */
	public Optional<String> raterClass(String right) {
		return right.startsWith(RIGHT)
				? this.batches.raterClass(right.substring(RIGHT.length())).filter((code) -> !code.isEmpty())
				: Optional.empty();
	}

	private static Refusal refusal(Optional<CodeBatch> batch, long cycle) {
		if (batch.isEmpty()) {
			return Refusal.invalid("vote.ticket.unknown");
		}
		return Refusal.invalid((batch.get().cycle() != cycle) ? "vote.ticket.otherYear" : "vote.ticket.withdrawn");
	}

}
