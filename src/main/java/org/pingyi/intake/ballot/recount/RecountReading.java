package org.pingyi.intake.ballot.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.pingyi.intake.ballot.copy.CopiedRows;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the sealed ballots of a cycle part by part, two at a time. A part is a short
 * transaction: after the close nothing changes between them.
 */
@Component
class RecountReading {

	/** One keeps a processor of the database busy, and half of one here. */
	private static final int READERS = 2;

	/** Positions of a part; one is read in a fraction of a second. */
	private static final long PART = 200_000;

	/** A position that somebody made up makes larger parts, not more. */
	private static final long MOST_PARTS = 10_000;

	private final RecountRepository repository;

	private final CopiedRows rows;

	private final TransactionTemplate reading;

	private final TransactionTemplate noting;

	RecountReading(RecountRepository repository, CopiedRows rows, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.rows = rows;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
		this.noting = new TransactionTemplate(transactions);
		this.noting.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Positions, from the first to the last of them, and how many lie in a part. */
	private record Range(long first, long last, long part) {

		static Range of(RecountRepository.Positions positions) {
			Long first = positions.getFirst();
			Long last = positions.getLast();
			if (first == null || last == null) {
				return new Range(0, -1, PART);
			}
			return new Range(first, last, Math.max(PART, Math.subtractExact(last, first) / MOST_PARTS + 1));
		}

	}

	/** Notes that a recount is begun; how often it was. */
	int begin(long recount) {
		return Objects.requireNonNull(this.noting.execute((status) -> this.repository.begin(recount)));
	}

	/** What each reader counted; outside of any transaction. */
	List<RowCounts> run(long recount, long cycle) {
		Range range = Range
			.of(Objects.requireNonNull(this.reading.execute((status) -> this.repository.positions(cycle))));
		AtomicLong next = new AtomicLong(range.first());
		Callable<RowCounts> reader = () -> read(recount, cycle, range, next);
		try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
			return all(readers.invokeAll(Stream.generate(() -> reader).limit(READERS).toList()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CompletionException(ex);
		}
		catch (ExecutionException ex) {
			throw new CompletionException(ex.getCause());
		}
	}

	private static List<RowCounts> all(List<Future<RowCounts>> readers)
			throws InterruptedException, ExecutionException {
		List<RowCounts> counts = new ArrayList<>();
		for (Future<RowCounts> reader : readers) {
			counts.add(reader.get());
		}
		return counts;
	}

	private RowCounts read(long recount, long cycle, Range range, AtomicLong next) {
		RowCounts counts = new RowCounts();
		for (long from = next.getAndAdd(range.part()); from <= range.last(); from = next.getAndAdd(range.part())) {
			long before = counts.ballots();
			String part = part(cycle, from, range.part());
			this.reading.executeWithoutResult((status) -> this.rows.each(part, counts::add));
			this.noting.executeWithoutResult((status) -> this.repository.progress(recount, counts.ballots() - before));
		}
		return counts;
	}

	private static String part(long cycle, long from, long size) {
		return "select %s from ballot_sealed where cycle_id = %d and position between %d and %d"
			.formatted(RowCounts.COLUMNS, cycle, from, from + size - 1);
	}

}
