package org.pingyi.bench.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.SealFill;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Signal;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people say, through the front door of the store. Each fills ten forms at once,
 * which the store writes several times as fast as one by one.
 */
final class CityBallots {

	/** Per cent of the ballots; the rest comes online. */
	private static final Map<String, Integer> SHARES = Map.of("WINDOW", 8, "GRASSROOTS", 3, "LEADER", 1, "SUPERIOR", 1,
			"INSPECTION", 1);

	private static final int FORMS = 10;

	private static final int AT_ONCE = 64;

	private static final int SEALED_AT_ONCE = 50_000;

	private static final int WITH_OPINION = 40;

	private static final int WITH_SIGNAL = 25;

	private final Random random = new Random(2026);

	private final ApplicationContext context;

	private final Ballots ballots;

	private final Map<String, BallotForm> forms = new HashMap<>();

	private final JdbcClient jdbc;

	private final long cycle;

	CityBallots(ApplicationContext context, long cycle) {
		this.context = context;
		this.ballots = context.getBean(Ballots.class);
		this.jdbc = context.getBean(JdbcClient.class);
		this.cycle = cycle;
	}

	/** Takes so many in, and has those sealed that have company. */
	void voteAndSeal(int number) throws Exception {
		for (int taken = 0; taken < number; taken += SEALED_AT_ONCE) {
			vote(Math.min(SEALED_AT_ONCE, number - taken));
			SealFill.some(this.context, this.cycle);
		}
	}

	/** Takes about so many ballots in. */
	void vote(int number) throws Exception {
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Semaphore places = new Semaphore(AT_ONCE);
			List<Future<?>> last = new ArrayList<>();
			for (int person = 0; person < number / FORMS; person++) {
				List<Submission> filled = filled(person);
				places.acquire();
				Future<?> vote = people.submit(() -> {
					try {
						return this.ballots.submitAll(filled);
					}
					finally {
						places.release();
					}
				});
				if (person % 1000 < AT_ONCE) {
					last.add(vote);
				}
			}
			for (Future<?> vote : last) {
				vote.get();
			}
		}
		prove(number / FORMS);
	}

	private List<Submission> filled(int person) {
		BallotForm form = form(channel(person));
		String right = "right:" + new UUID(this.random.nextLong(), this.random.nextLong());
		List<Submission> filled = new ArrayList<>();
		int first = this.random.nextInt(form.units().size());
		for (int unit = 0; unit < FORMS; unit++) {
			filled.add(submission(form, form.units().get((first + unit) % form.units().size()), right));
		}
		return filled;
	}

	private String channel(int person) {
		int part = person % 100;
		for (Map.Entry<String, Integer> share : SHARES.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.toList()) {
			if (part < share.getValue()) {
				return share.getKey();
			}
			part -= share.getValue();
		}
		return "ONLINE";
	}

	private BallotForm form(String channel) {
		return this.forms.computeIfAbsent(channel,
				(code) -> this.context.getBean(BallotForms.class).of(this.cycle, code));
	}

	private Submission submission(BallotForm form, Participant unit, String right) {
		String key = new UUID(this.random.nextLong(), this.random.nextLong()).toString();
		String opinion = (this.random.nextInt(WITH_OPINION) == 0) ? "排队时间太长，希望增加窗口。" : "";
		int signals = (this.random.nextInt(WITH_SIGNAL) == 0)
				? Signal.values()[this.random.nextInt(Signal.values().length)].bit() : 0;
		return new Submission(this.cycle, form.channel().code(), unit.unit(), form.channel().raterClasses().getFirst(),
				right, key, answers(form, unit), opinion, true, signals);
	}

	/** Every unit has a standing of its own, about which people differ. */
	private Map<String, Integer> answers(BallotForm form, Participant unit) {
		Map<String, Integer> answers = new HashMap<>();
		double standing = 0.2 + (unit.unit() * 37 % 100) / 200.0 + this.random.nextGaussian() * 0.2;
		for (Item item : form.questionnaire().items()) {
			answers.put(item.code(), code(form, standing + this.random.nextGaussian() * 0.1));
		}
		return answers;
	}

	private static int code(BallotForm form, double mood) {
		if (!form.scale().hasLevels()) {
			return (int) Math.clamp(950 - mood * 200, 600, 1000) / 5 * 5;
		}
		List<Level> levels = form.scale().levels();
		return levels.get(Math.clamp((int) (mood * 5), 0, levels.size() - 1)).code();
	}

	/** People who proved a right, without the codes by which they would have done so. */
	private void prove(int people) {
		this.jdbc
			.sql("insert into vote_won (cycle_id, right_mac) select ?, gen_random_uuid() from generate_series(1, ?)")
			.params(this.cycle, people)
			.update();
	}

}
