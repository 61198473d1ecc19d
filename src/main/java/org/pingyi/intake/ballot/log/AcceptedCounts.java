package org.pingyi.intake.ballot.log;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.CycleClosing;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts in memory, where no database reaches, the ballots that this node acknowledged,
 * and hands the counts out; the close signs what all nodes are known to have
 * acknowledged. There may be more ballots than that, for a node that is killed has told
 * nobody of its last ones; there are never fewer.
 */
@Component
public class AcceptedCounts {

	private static final Logger logger = LoggerFactory.getLogger(AcceptedCounts.class);

	private final String node = UUID.randomUUID().toString();

	/** By the number of the cycle. */
	private final Map<Long, LongAdder> counts = new ConcurrentHashMap<>();

	/** The counts that were handed out last. */
	private final Map<Long, Long> known = new ConcurrentHashMap<>();

	private final Signer signer;

	private final CheckpointPublisher publisher;

	private final CheckpointFile file;

	private final Cycles cycles;

	private final ApplicationEventPublisher events;

	AcceptedCounts(Signer signer, CheckpointPublisher publisher, CheckpointFile file, Cycles cycles,
			ApplicationEventPublisher events) {
		this.signer = signer;
		this.publisher = publisher;
		this.file = file;
		this.cycles = cycles;
		this.events = events;
	}

	/** Adds ballots that are committed, or will be with the caller's transaction. */
	public void add(long cycle, long ballots) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					count(cycle, ballots);
				}
			});
		}
		else {
			count(cycle, ballots);
		}
	}

	private void count(long cycle, long ballots) {
		this.counts.computeIfAbsent(cycle, (none) -> new LongAdder()).add(ballots);
	}

	/**
	 * How many ballots all nodes are known to have acknowledged. To be asked before the
	 * ballots are counted, which come in meanwhile.
	 */
	public long total(long cycle) {
		Map<String, Long> nodes = new HashMap<>();
		this.file.accepted()
			.filter((kept) -> kept.cycle() == cycle && kept.isSignedBy(this.signer))
			.forEach((kept) -> nodes.merge(kept.node(), kept.ballots(), Math::max));
		nodes.merge(this.node, own(cycle), Math::max);
		return nodes.values().stream().mapToLong(Long::longValue).sum();
	}

	private long own(long cycle) {
		LongAdder count = this.counts.get(cycle);
		return (count != null) ? count.sum() : 0;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	@PreDestroy
	void handOut() {
		this.counts.keySet().forEach(this::handOut);
	}

	/** What could not be handed out has its next turn; nobody waits for it. */
	private void handOut(long cycle) {
		long ballots = own(cycle);
		if (Long.valueOf(ballots).equals(this.known.get(cycle))) {
			return;
		}
		try {
			this.publisher.publish(AcceptedCount.of(cycle, this.node, ballots, this.signer));
			this.known.put(cycle, ballots);
		}
		catch (UncheckedIOException ex) {
			logger.warn("The number of acknowledged ballots of cycle {} is not handed out", cycle, ex);
		}
	}

	/** One year is open at a time, and those before it are signed. */
	@EventListener
	void onOpened(CycleOpened opened) {
		handOut();
		this.counts.clear();
		this.known.clear();
	}

	/** In the transaction after which no more ballots come in. */
	@EventListener
	void onClosing(CycleClosing closing) {
		String subject = "cycle:" + this.cycles.byId(closing.cycle()).code();
		this.events.publishEvent(
				new CycleAct(closing.cycle(), "ballots.accepted", subject, "", String.valueOf(total(closing.cycle()))));
	}

}
