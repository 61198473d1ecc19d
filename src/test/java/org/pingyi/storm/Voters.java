package org.pingyi.storm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;

/**
 * Verified citizens who vote over HTTP, and remember all that they sent and were told.
 */
final class Voters {

	static final int CONNECTIONS = 32;

	private static final int ITEMS = 5;

	/** Every fourth rates as many units on one sheet, all or none. */
	private static final int TOGETHER = 3;

	private final Queue<Vote> votes = new ConcurrentLinkedQueue<>();

	private final AtomicInteger next = new AtomicInteger();

	private final VotePasses passes;

	private final long cycle;

	Voters(VotePasses passes, long cycle) {
		this.passes = passes;
		this.cycle = cycle;
	}

	/**
	 * Each connection sends the sheets of one voter after the other, until one of them is
	 * not acknowledged.
	 * @param enough after so many acknowledged sheets the blow falls
	 */
	void storm(int port, int enough, Runnable blow) throws Exception {
		CountDownLatch acknowledged = new CountDownLatch(enough);
		List<Future<?>> connections = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
			for (int connection = 0; connection < CONNECTIONS; connection++) {
				connections.add(threads.submit(() -> {
					while (vote().send(port)) {
						acknowledged.countDown();
					}
				}));
			}
			acknowledged.await();
			blow.run();
		}
		for (Future<?> connection : connections) {
			connection.get();
		}
	}

	/** A sheet of a new voter. */
	Vote vote() {
		int voter = this.next.incrementAndGet();
		Vote vote = new Vote(form(voter));
		this.votes.add(vote);
		return vote;
	}

	/**
	 * Posts different sheets of one voter in the same moment, each on a connection of its
	 * own.
	 * @return how often each status was answered
	 */
	Map<Integer, Long> race(int port, int sheets) throws Exception {
		int voter = this.next.incrementAndGet();
		CyclicBarrier start = new CyclicBarrier(sheets);
		List<Future<Integer>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int sheet = 0; sheet < sheets; sheet++) {
				String form = pass(voter) + "&unit=" + SecondNode.code(1) + answers(SecondNode.code(1), sheet);
				answers.add(threads.submit(() -> {
					start.await();
					return Http.post(port, "/vote/receipts", form).statusCode();
				}));
			}
		}
		Map<Integer, Long> statuses = new TreeMap<>();
		for (Future<Integer> answer : answers) {
			statuses.merge(answer.get(), 1L, Long::sum);
		}
		return statuses;
	}

	private String form(int voter) {
		StringBuilder form = new StringBuilder(pass(voter));
		IntStream.range(0, (voter % 4 == 0) ? TOGETHER : 1)
			.mapToObj((unit) -> SecondNode.code((voter + unit) % SecondNode.UNITS + 1))
			.forEach((unit) -> form.append("&unit=").append(unit).append(answers(unit, voter)));
		return form.toString();
	}

	private String pass(int voter) {
		VotePass pass = new VotePass("phone:%064x".formatted(voter), this.cycle, Instant.now(), 0);
		return "pass=" + this.passes.sign(pass) + "&key=" + UUID.randomUUID();
	}

	private static String answers(String unit, int voter) {
		StringBuilder answers = new StringBuilder();
		for (int item = 1; item <= ITEMS; item++) {
			answers.append('&').append(unit).append(".o0").append(item).append('=').append((voter + item) % 5 + 1);
		}
		return answers.toString();
	}

	/** Sends everything again of which nobody knows whether it counted. */
	int settle(int port) {
		List<Vote> unknown = this.votes.stream().filter((vote) -> !vote.isAcknowledged()).toList();
		unknown.forEach((vote) -> Until.holds("a retry is acknowledged", () -> vote.send(port)));
		return unknown.size();
	}

	/** Sends some of the acknowledged sheets again; each must get its receipts again. */
	void ask(int port, int last) {
		List<Vote> all = this.votes.stream().filter(Vote::isAcknowledged).toList();
		all.subList(Math.max(0, all.size() - last), all.size())
			.forEach((vote) -> Until.holds("a retry is acknowledged", () -> vote.send(port)));
	}

	Collection<Vote> votes() {
		return this.votes;
	}

}
