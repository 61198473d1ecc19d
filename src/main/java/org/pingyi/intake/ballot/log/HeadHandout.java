package org.pingyi.intake.ballot.log;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hands the head of a year out again and again until the file and the address keep it:
 * nothing that is handed out later covers it. After a start every year that is under way
 * is handed out once more, for nothing in the database may say that it was.
 */
@Component
class HeadHandout {

	private static final Logger logger = LoggerFactory.getLogger(HeadHandout.class);

	private final CheckpointPublisher publisher;

	private final ActRepository acts;

	private final CheckpointRepository checkpoints;

	private final Merkle merkle;

	private final Signer signer;

	private final Cycles cycles;

	/** What a place does not keep yet, by the number of the cycle. */
	private final Map<Long, CycleHead> unfiled = new ConcurrentHashMap<>();

	private final Map<Long, CycleHead> unsent = new ConcurrentHashMap<>();

	private final AtomicBoolean started = new AtomicBoolean();

	/** One head is not sent twice at once. */
	private final ReentrantLock turn = new ReentrantLock();

	HeadHandout(CheckpointPublisher publisher, ActRepository acts, CheckpointRepository checkpoints, Merkle merkle,
			Signer signer, Cycles cycles) {
		this.publisher = publisher;
		this.acts = acts;
		this.checkpoints = checkpoints;
		this.merkle = merkle;
		this.signer = signer;
		this.cycles = cycles;
	}

	/** Before the checkpoint that signs it. */
	@TransactionalEventListener
	public void onHead(CycleHead head) {
		await(head);
		file();
		Thread.startVirtualThread(this::send);
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void handOut() {
		if (!this.started.get()) {
			this.cycles.all().stream().filter(HeadHandout::isUnderWay).forEach(this::awaitSigned);
			this.started.set(true);
		}
		file();
		send();
	}

	private static boolean isUnderWay(Cycle cycle) {
		return cycle.phase().reached(Phase.OPENED) && cycle.phase() != Phase.PUBLISHED;
	}

	private void awaitSigned(Cycle cycle) {
		this.acts.head(cycle.id()).map((text) -> new CycleHead(cycle.id(), text)).ifPresent((head) -> {
			if (isSigned(head)) {
				await(head);
			}
			else {
				logger.error("The head of cycle {} was altered in the database; it is not handed out", cycle.id());
			}
		});
	}

	/** The root of a tree with one leaf is that leaf. */
	private boolean isSigned(CycleHead head) {
		Optional<Checkpoint> first = this.checkpoints.findByCycleAndSizeAndActs(head.cycle(), 0, 1);
		return first
			.filter((checkpoint) -> Arrays.equals(checkpoint.actsRoot(), this.merkle.leaf(head.text()))
					&& this.signer.signed(checkpoint.content(), checkpoint.signature()))
			.isPresent();
	}

	private void await(CycleHead head) {
		this.unfiled.put(head.cycle(), head);
		this.unsent.put(head.cycle(), head);
	}

	private void file() {
		this.unfiled.values().removeIf(this.publisher::file);
	}

	private void send() {
		if (this.turn.tryLock()) {
			try {
				this.unsent.values().removeIf(this.publisher::send);
			}
			finally {
				this.turn.unlock();
			}
		}
	}

}
