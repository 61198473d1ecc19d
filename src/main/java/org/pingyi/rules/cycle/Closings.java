package org.pingyi.rules.cycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Actor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second step of a close: what the modules have to finish once a year takes no more
 * ballots, above all the seal of what waits. One node at a time; whatever ends it, the
 * next turn of any node goes on (src/docs/decisions/0028-closing.md).
 */
@Service
public class Closings {

	private static final Logger logger = LoggerFactory.getLogger(Closings.class);

	private final CycleRepository cycles;

	private final PhaseTransitions transitions;

	private final ObjectProvider<ClosingTask> tasks;

	/** Holds the turn over all nodes, and nothing else. */
	private final TransactionTemplate turn;

	private final TransactionTemplate outside;

	private final TransactionTemplate step;

	private final Executor background = (job) -> Thread.ofVirtual().name("closing").start(job);

	Closings(CycleRepository cycles, PhaseTransitions transitions, ObjectProvider<ClosingTask> tasks,
			PlatformTransactionManager transactions) {
		this.cycles = cycles;
		this.transitions = transitions;
		this.tasks = tasks;
		this.turn = with(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.outside = with(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		this.step = with(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	private static TransactionTemplate with(PlatformTransactionManager transactions, int propagation) {
		TransactionTemplate template = new TransactionTemplate(transactions);
		template.setPropagationBehavior(propagation);
		return template;
	}

	/** The years that take no more ballots and are not closed yet. */
	public List<Cycle> pending() {
		return this.cycles.findByPhaseOrderById(Phase.CLOSING);
	}

	/** How far the close of a year is. */
	public ClosingProgress progress(long cycle) {
		return this.tasks.orderedStream()
			.map((task) -> task.progress(cycle))
			.reduce(ClosingProgress.NONE, ClosingProgress::plus);
	}

	/**
	 * Does all that is left and closes the year; nothing when it does not close, or when
	 * another node is at it.
	 */
	public void finish(long cycle) {
		this.turn.executeWithoutResult((status) -> {
			if (this.cycles.tryTurn(cycle)) {
				this.outside.executeWithoutResult((none) -> finishAlone(cycle));
			}
		});
	}

	private void finishAlone(long cycle) {
		if (this.cycles.findCycleById(cycle).filter((found) -> found.phase() == Phase.CLOSING).isEmpty()) {
			return;
		}
		closer(cycle).perform(() -> {
			this.tasks.orderedStream().forEach((task) -> task.run(cycle));
			this.step.executeWithoutResult((status) -> this.transitions.step(cycle, CycleEntity::close));
		});
		logger.info("Cycle {} is closed", cycle);
	}

	/** It is they who closed the year, whoever's turn finishes it. */
	private Actor closer(long cycle) {
		return this.transitions.taken(cycle)
			.stream()
			.filter((taken) -> taken.phase() == Phase.CLOSING)
			.findFirst()
			.map((taken) -> new Actor(taken.by()))
			.orElse(Actor.PUBLIC);
	}

	/**
	 * Finishes in the background, and returns when that is done or took so long. A
	 * failure is logged; the schedule tries again.
	 */
	public void finishWithin(long cycle, Duration patience) {
		CompletableFuture.runAsync(() -> finishOrLog(cycle), this.background)
			.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	/** Goes on with every year whose close was begun. */
	void finishPending() {
		pending().forEach((cycle) -> finishOrLog(cycle.id()));
	}

	private void finishOrLog(long cycle) {
		try {
			finish(cycle);
		}
		catch (RuntimeException ex) {
			logger.error("The close of cycle {} is not finished; it goes on at the next turn", cycle, ex);
		}
	}

}
