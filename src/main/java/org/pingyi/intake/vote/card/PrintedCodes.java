package org.pingyi.intake.vote.card;

import java.util.Optional;

import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a printed code is good for. */
@Service
public class PrintedCodes {

	private static final String RIGHT = "code:";

	private final BatchTable batches;

	PrintedCodes(BatchTable batches) {
		this.batches = batches;
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
		String mac = this.batches.mac(code);
		if (!this.batches.use(mac, cycle)) {
			throw refusal(this.batches.of(mac), cycle);
		}
		return RIGHT + mac;
	}

	/**
	 * The rater class that the batch of a right is for; empty for a batch for everybody,
	 * and for rights that are no printed code.
	 */
	public Optional<String> raterClass(String right) {
		return right.startsWith(RIGHT) ? this.batches.of(right.substring(RIGHT.length()))
			.map(CodeBatch::raterClass)
			.filter((code) -> !code.isEmpty()) : Optional.empty();
	}

	private static Refusal refusal(Optional<CodeBatch> batch, long cycle) {
		if (batch.isEmpty()) {
			return Refusal.invalid("vote.ticket.unknown");
		}
		return Refusal.invalid((batch.get().cycle() != cycle) ? "vote.ticket.otherYear" : "vote.ticket.withdrawn");
	}

}
