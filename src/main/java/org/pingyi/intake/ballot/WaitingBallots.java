package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.intake.ballot.WaitingRows.Kind;
import org.pingyi.intake.ballot.WaitingRows.Row;
import org.pingyi.intake.ballot.company.Group;
import org.pingyi.intake.ballot.company.WaitingGroups;
import org.pingyi.intake.ballot.key.BoxKey;
import org.pingyi.intake.ballot.key.ReceiptHashes;

import org.springframework.stereotype.Component;

/**
 * Decrypts ballots and opinions that wait for the seal, and encrypts anew what goes on
 * waiting. What somebody altered meanwhile is kept as it is and holds nobody else up, and
 * so is a ballot that was doubled or put back; an opinion carries nothing that would
 * tell.
 */
@Component
class WaitingBallots {

	private static final Logger logger = LoggerFactory.getLogger(WaitingBallots.class);

	private final WaitingBallotRepository repository;

	private final EncryptedBallots encryption;

	private final ReceiptHashes receipts;

	WaitingBallots(WaitingBallotRepository repository, EncryptedBallots encryption, ReceiptHashes receipts) {
		this.repository = repository;
		this.encryption = encryption;
		this.receipts = receipts;
	}

	/** How many ballots wait, counted as far as a number. */
	long count(long cycle, long most) {
		return this.repository.count(cycle, most);
	}

	/** The ballots that wait, by what they will show once they are sealed. */
	WaitingGroups groups(long cycle) {
		WaitingGroups groups = new WaitingGroups();
		this.repository.each(Kind.BALLOT, cycle, (place, row) -> ballot(row)
			.ifPresentOrElse((ballot) -> groups.add(group(ballot), place), () -> groups.addAltered(place)));
		return groups;
	}

	static Group group(WaitingBallot ballot) {
		return new Group(ballot.channel(), ballot.raterClass(), ballot.unit(), ballot.signals());
	}

	/** The places of what can be picked by its encrypted content. */
	List<String> places(Kind kind, long cycle, Predicate<byte[]> picked) {
		List<String> places = new ArrayList<>();
		this.repository.each(kind, cycle, (place, row) -> {
			if (picked.test(row.box())) {
				places.add(place);
			}
		});
		return places;
	}

	/**
	 * Decrypts ballots.
	 * @param receipts those that were read before, to which these are added
	 */
	List<WaitingBallot> ballots(long cycle, List<String> places, Set<ByteBuffer> receipts) {
		List<WaitingBallot> whole = new ArrayList<>();
		once(cycle, places, receipts)
			.forEach((row) -> row.ballot().ifPresentOrElse(whole::add, keeping(cycle, row.row())));
		return whole;
	}

	/**
	 * How many whole ballots there are at some places, neither sealed nor doubled.
	 * @param receipts those that were read before, to which these are added
	 */
	long countWhole(long cycle, List<String> places, Set<ByteBuffer> receipts) {
		return once(cycle, places, receipts).stream().filter((row) -> row.ballot().isPresent()).count();
	}

	private List<Decrypted> once(long cycle, List<String> places, Set<ByteBuffer> receipts) {
		List<Decrypted> rows = this.repository.at(Kind.BALLOT, cycle, places)
			.stream()
			.map((row) -> new Decrypted(row, ballot(row)))
			.toList();
		receipts
			.addAll(this.repository.sealed(rows.stream().map(Decrypted::ballot).flatMap(Optional::stream).toList()));
		return rows.stream().map((row) -> row.once(receipts)).toList();
	}

	List<String> opinionPlaces(long cycle) {
		return this.repository.places(Kind.OPINION, cycle);
	}

	/** Decrypts opinions, decoys among them. */
	List<WaitingOpinion> opinions(long cycle, List<String> places) {
		List<WaitingOpinion> whole = new ArrayList<>();
		this.repository.at(Kind.OPINION, cycle, places)
			.forEach((row) -> this.encryption.opinion(row.box()).ifPresentOrElse(whole::add, keeping(cycle, row)));
		return whole;
	}

	void removeOpinions(long cycle, List<String> places) {
		this.repository.remove(Kind.OPINION, cycle, places);
	}

	/** Keeps the marks of ballots that somebody took away, once all others are sealed. */
	void keepMissing(long cycle) {
		this.repository.keepMissing(cycle);
	}

	/**
	 * Takes out ballots, and the marks that lie apart from them: in the order of the
	 * marks, which is none, for the database's log shows in which order rows go.
	 */
	void removeBallots(long cycle, List<String> places, List<byte[]> receipts) {
		this.repository.remove(Kind.BALLOT, cycle, places);
		this.repository.removeMarks(receipts.stream().map(this::mark).sorted(Arrays::compareUnsigned).toList());
	}

	/**
	 * Encrypts anew under another key, and adds the marks of ballots to those that will
	 * lie apart: nothing leads from a right to what is encrypted now.
	 */
	List<byte[]> anew(Kind kind, long cycle, List<String> places, BoxKey key, List<byte[]> marks) {
		return switch (kind) {
			case BALLOT -> ballotsAnew(cycle, places, key, marks);
			case OPINION -> opinionsAnew(cycle, places, key);
		};
	}

	private List<byte[]> ballotsAnew(long cycle, List<String> places, BoxKey key, List<byte[]> marks) {
		List<byte[]> boxes = new ArrayList<>();
		this.repository.at(Kind.BALLOT, cycle, places).forEach((row) -> ballot(row).ifPresentOrElse((ballot) -> {
			boxes.add(this.encryption.encrypt(ballot, key));
			marks.add(mark(ballot.receiptHash()));
		}, keeping(cycle, row)));
		return boxes;
	}

	private List<byte[]> opinionsAnew(long cycle, List<String> places, BoxKey key) {
		List<byte[]> boxes = new ArrayList<>();
		opinions(cycle, places).forEach((opinion) -> boxes.add(this.encryption.encrypt(opinion, key)));
		return boxes;
	}

	/** Encrypts anew under another key what keeps its mark. */
	List<Row> carried(Kind kind, long cycle, List<String> places, BoxKey key) {
		return switch (kind) {
			case BALLOT -> ballotsCarried(cycle, places, key);
			case OPINION -> opinionsAnew(cycle, places, key).stream().map((box) -> new Row(null, box)).toList();
		};
	}

	private List<Row> ballotsCarried(long cycle, List<String> places, BoxKey key) {
		List<Row> rows = new ArrayList<>();
		this.repository.at(Kind.BALLOT, cycle, places)
			.forEach((row) -> ballot(row).ifPresentOrElse(
					(ballot) -> rows.add(new Row(row.mark(), this.encryption.encrypt(ballot, key))),
					keeping(cycle, row)));
		return rows;
	}

	/** Empty too when it is another's. */
	private Optional<WaitingBallot> ballot(Row row) {
		byte[] mark = row.mark();
		return this.encryption.ballot(row.box())
			.filter((ballot) -> mark == null || Arrays.equals(mark(ballot.receiptHash()), mark));
	}

	private byte[] mark(byte[] receiptHash) {
		return this.receipts.mark(receiptHash);
	}

	private Runnable keeping(long cycle, Row row) {
		return () -> {
			logger.error("Something of cycle {} was altered while it waited for the seal; see ballot_altered", cycle);
			this.repository.keepAltered(cycle, row);
		};
	}

	/** A row with its ballot, which is empty when it was altered. */
	private record Decrypted(Row row, Optional<WaitingBallot> ballot) {

		/** Without its ballot when that was read before, and else adds its receipt. */
		Decrypted once(Set<ByteBuffer> receipts) {
			return new Decrypted(this.row,
					this.ballot.filter((one) -> receipts.add(ByteBuffer.wrap(one.receiptHash()))));
		}

	}

}
