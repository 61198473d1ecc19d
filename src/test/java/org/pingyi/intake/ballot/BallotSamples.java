package org.pingyi.intake.ballot;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.Samples;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.ballot.key.BoxKeys;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.intake.ballot.log.AcceptedCounts;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scoring.Item;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ballots through the front door, under rights made up on the way. */
@Samples
public class BallotSamples {

	private final Ballots ballots;

	private final BallotForms forms;

	private final Sealer sealer;

	private final Sealer inOrder;

	private final KeySchedule schedule;

	private final TransactionTemplate transactions;

	private final ReceiptHashes receipts;

	private final JdbcClient jdbc;

	BallotSamples(Ballots ballots, BallotForms forms, Sealer sealer, WaitingBallots waiting,
			SealedBallotRepository sealed, Logs logs, AcceptedCounts accepted, BoxKeys boxes, RightKeys rights,
			KeyRetirement retirement, Cycles cycles, TransactionTemplate transactions, ReceiptHashes receipts,
			JdbcClient jdbc) {
		this.receipts = receipts;
		this.jdbc = jdbc;
		this.ballots = ballots;
		this.forms = forms;
		this.sealer = sealer;
		this.inOrder = new InOrder(waiting, sealed, logs, accepted);
		this.schedule = new KeySchedule(boxes, rights, retirement, cycles);
		this.transactions = transactions;
	}

	/** A sealer that leaves everything in the order of its coming. */
	private static final class InOrder extends Sealer {

		InOrder(WaitingBallots waiting, SealedBallotRepository sealed, Logs logs, AcceptedCounts accepted) {
			super(waiting, sealed, logs, accepted, Long.MAX_VALUE);
		}

		@Override
		<T> void shuffle(List<T> batch) {
		}

	}

	/** Seals what waits, as the close would; how many ballots that were. */
	public long seal(long cycle) {
		return this.sealer.sealAll(cycle);
	}

	/** Seals what has company, as happens from time to time before the close. */
	public void sealSome(long cycle) {
		this.sealer.sealSome(cycle, 1);
	}

	/** Seals what waits in the order in which it came. */
	public void sealInOrder(long cycle) {
		this.transactions.executeWithoutResult((status) -> this.inOrder.sealAll(cycle));
	}

	/** Makes the key of the next span, as happens before it begins. */
	public void prepareKeys() {
		this.schedule.turn();
	}

	/** Gives up the keys whose span is over, as happens every minute. */
	public void giveUpKeys() {
		this.schedule.turn();
	}

	/** The hash that stands for a receipt in the log. */
	public byte[] receiptHash(String code) {
		return this.receipts.hash(Receipt.bytes(code));
	}

	/** Lets people prove that they may vote online, without their voting. */
	public void prove(long cycle, int people) {
		for (int person = 0; person < people; person++) {
			this.jdbc.sql("insert into vote_won (cycle_id, right_mac) values (?, ?)")
				.params(cycle, UUID.randomUUID().toString())
				.update();
		}
	}

	/** Takes in a number of ballots that answer every item with the same code. */
	public List<Receipt> vote(long cycle, String channel, long unit, int number, int code) {
		return IntStream.range(0, number)
			.mapToObj((index) -> this.ballots.submit(submission(cycle, channel, unit, code)))
			.toList();
	}

	/** A form of a new person that answers every item with the same code. */
	public Submission submission(long cycle, String channel, long unit, int code) {
		return submission(cycle, channel, unit, "right:" + UUID.randomUUID(), code);
	}

	/** A form under a given right. */
	public Submission submission(long cycle, String channel, long unit, String right, int code) {
		return submission(cycle, channel, unit, right, code, "");
	}

	/** A form with an opinion that may be passed on. */
	public Submission submission(long cycle, String channel, long unit, String right, int code, String opinion) {
		BallotForm form = this.forms.of(cycle, channel);
		Map<String, Integer> answers = form.questionnaire()
			.items()
			.stream()
			.collect(Collectors.toMap(Item::code, (item) -> code));
		return new Submission(cycle, channel, unit, form.channel().raterClasses().getFirst(), right,
				UUID.randomUUID().toString(), answers, opinion, true);
	}

}
