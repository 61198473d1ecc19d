package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Decrypts ballots and opinions that wait for the seal, and takes them out for it. What
 * somebody altered meanwhile is kept as it is and holds nobody else up, and so is a
 * ballot that was doubled or put back; an opinion carries nothing that would tell.
 */
@Component
class WaitingBallots {

	private static final Logger logger = LoggerFactory.getLogger(WaitingBallots.class);

	private final WaitingBallotRepository repository;

	private final EncryptedBallots encryption;

	private final Pseudonyms pseudonyms;

	WaitingBallots(WaitingBallotRepository repository, EncryptedBallots encryption, Pseudonyms pseudonyms) {
		this.repository = repository;
		this.encryption = encryption;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * What was taken out.
	 *
	 * @param whole what can go on
	 * @param rows how many rows there were, those that were altered among them
	 */
	record Batch<T>(List<T> whole, int rows) {
	}

	/** The ballots that wait and can be decrypted; they stay where they are. */
	List<WaitingBallot> of(long cycle) {
		return this.repository.findByCycle(cycle).stream().map(this::ballot).flatMap(Optional::stream).toList();
	}

	/** How many ballots wait, counted as far as a number. */
	long count(long cycle, long most) {
		return this.repository.count(cycle, most);
	}

	Batch<WaitingBallot> takeBallots(long cycle, long most) {
		List<WaitingRemoval.Row> rows = this.repository.takeBallots(cycle, most);
		List<Optional<WaitingBallot>> decrypted = rows.stream().map(this::ballot).toList();
		Set<ByteBuffer> receipts = this.repository.sealed(decrypted.stream().flatMap(Optional::stream).toList());
		List<WaitingBallot> whole = new ArrayList<>();
		for (int place = 0; place < rows.size(); place++) {
			Optional<WaitingBallot> ballot = decrypted.get(place)
				.filter((one) -> receipts.add(ByteBuffer.wrap(one.receiptHash())));
			ballot.ifPresent(whole::add);
			if (ballot.isEmpty()) {
				keep(cycle, rows.get(place));
			}
		}
		return new Batch<>(whole, rows.size());
	}

	Batch<WaitingOpinion> takeOpinions(long cycle, long most) {
		List<WaitingRemoval.Row> rows = this.repository.takeOpinions(cycle, most);
		List<WaitingOpinion> whole = new ArrayList<>();
		rows.forEach((row) -> this.encryption.opinion(row.box()).ifPresentOrElse(whole::add, () -> keep(cycle, row)));
		return new Batch<>(whole, rows.size());
	}

	/** Empty too when it is another's. */
	private Optional<WaitingBallot> ballot(WaitingRemoval.Row row) {
		return this.encryption.ballot(row.box())
			.filter((ballot) -> Arrays.equals(SignedBallot.mark(ballot.receiptHash(), this.pseudonyms), row.mark()));
	}

	private void keep(long cycle, WaitingRemoval.Row row) {
		logger.error("Something of cycle {} was altered while it waited for the seal; see ballot_altered", cycle);
		this.repository.keepAltered(cycle, row);
	}

}
