package org.pingyi.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.kiosk.Kiosks;
import org.pingyi.intake.kiosk.Tablet;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.intake.kiosk.WindowAnswers;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.UnitAnswers;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.card.CodeBatches;
import org.pingyi.intake.vote.card.NewBatch;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What people say of the sample city's agencies, the same on every machine. */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleBallots {

	private static final List<String> CONTENT = List.of("窗口同志很耐心，一次就把材料讲清楚了。", "网上就能办，不用再跑第二趟，点赞。", "办事大厅有老花镜和轮椅，很贴心。",
			"承诺三天，第二天就办好了。");

	private static final List<String> DISCONTENT = List.of("排队时间太长，希望增加中午值班窗口。", "材料清单和网上写的不一致，跑了两趟。",
			"电话经常没人接，建议公布备用号码。", "停车不方便，指示牌也不清楚。", "希望把办理进度用短信告诉我们。", "工作人员业务不熟，互相问了好几次才答复。");

	private final Ballots ballots;

	private final BallotForms forms;

	private final CodeBatches batches;

	private final Entrance entrance;

	private final Kiosks kiosks;

	private final Tickets tickets;

	private final Invitations invitations;

	private final ReviewSheets sheets;

	private final Random random = new Random(2026);

	private final Map<String, Double> standing = new HashMap<>();

	private final Map<String, String> devices = new LinkedHashMap<>();

	SampleBallots(Ballots ballots, BallotForms forms, CodeBatches batches, Entrance entrance, Kiosks kiosks,
			Tickets tickets, Invitations invitations, ReviewSheets sheets) {
		this.ballots = ballots;
		this.forms = forms;
		this.batches = batches;
		this.entrance = entrance;
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.invitations = invitations;
		this.sheets = sheets;
	}

	/**
	 * Citizens vote online with the codes that the office has printed for them, each
	 * about a few units.
	 */
	void citizens(long cycle, int people) {
		BallotForm form = this.forms.of(cycle, "ONLINE");
		List<Runnable> crowd = new ArrayList<>();
		for (String code : printed(cycle, people)) {
			String right = this.entrance.byPrintedCode(code, new Visitor(code, ""), cycle).right();
			List<Submission> filled = new ArrayList<>();
			for (Participant unit : some(form.units(), 3)) {
				filled.add(new Submission(cycle, "ONLINE", unit.unit(), "citizen", right, key(), answers(form, unit),
						opinion(unit), this.random.nextInt(5) > 0));
			}
			crowd.add(() -> this.ballots.submitAll(filled));
		}
		atOnce(crowd);
	}

	private List<String> printed(long cycle, int people) {
		NewBatch batch = new NewBatch("社区居民代表", "各社区居民代表", "", people);
		return SampleUser.OFFICE.call(() -> this.batches.make(cycle, batch).codes());
	}

	/** Registers and pairs a tablet at every window. */
	void tablets(long cycle) {
		this.forms.of(cycle, "WINDOW")
			.units()
			.forEach((unit) -> this.devices.computeIfAbsent(unit.code(), this::tablet));
	}

	private String tablet(String unit) {
		String pairing = SampleUser.OFFICE.call(() -> this.kiosks.register(unit, "一号窗口").token());
		return this.kiosks.pair(pairing);
	}

	/** Visitors fill the window form on the tablets. */
	void visitors(long cycle, int perUnit) {
		BallotForm form = this.forms.of(cycle, "WINDOW");
		List<Runnable> crowd = new ArrayList<>();
		for (Participant unit : form.units()) {
			String device = this.devices.get(unit.code());
			for (int visitor = 0; visitor < perUnit && device != null; visitor++) {
				boolean ownPhone = this.random.nextInt(4) == 0;
				WindowAnswers said = new WindowAnswers("visitor", answers(form, unit), opinion(unit),
						this.random.nextInt(5) > 0);
				crowd.add(() -> this.tickets.submit(this.tickets.issue(device, ownPhone), key(), said));
			}
		}
		atOnce(crowd);
	}

	/** Invited people mark every unit on their sheets; the last few do not sign off. */
	void reviewers(long cycle, String channel, String raterClass, List<String> organisations, int unfinished) {
		BallotForm form = this.forms.of(cycle, channel);
		List<NewInvitation> people = organisations.stream()
			.map((organisation) -> new NewInvitation(channel, raterClass, surname() + "同志", organisation, List.of()))
			.toList();
		List<IssuedInvitation> issued = SampleUser.OFFICE.call(() -> this.invitations.inviteAll(cycle, people));
		List<Runnable> crowd = new ArrayList<>();
		for (int person = 0; person < issued.size(); person++) {
			boolean finishes = person < issued.size() - unfinished;
			crowd.add(marking(issued.get(person).token(), form, finishes));
		}
		atOnce(crowd);
	}

	private Runnable marking(String token, BallotForm form, boolean finishes) {
		Map<String, UnitAnswers> marks = new LinkedHashMap<>();
		(finishes ? form.units() : form.units().subList(0, form.units().size() / 2))
			.forEach((unit) -> marks.put(unit.code(), new UnitAnswers(answers(form, unit), "", false)));
		return () -> {
			marks.forEach((unit, answers) -> this.sheets.save(token, unit, answers));
			if (finishes) {
				this.sheets.signOff(token, key());
			}
		};
	}

	/** People act side by side; what they say was drawn before, one after the other. */
	private static void atOnce(List<Runnable> crowd) {
		try (ExecutorService people = Executors.newFixedThreadPool(4)) {
			CompletableFuture
				.allOf(crowd.stream()
					.map((act) -> CompletableFuture.runAsync(act, people))
					.toArray(CompletableFuture[]::new))
				.join();
		}
	}

	/** What an inspector finds: a mark for each item, in tenths. */
	Map<String, Integer> marks(BallotForm form, Participant unit) {
		Map<String, Integer> marks = new LinkedHashMap<>();
		for (Item item : form.questionnaire().items()) {
			double mark = 55 + 45 * standing(unit) + this.random.nextGaussian() * 3;
			marks.put(item.code(), (int) Math.round(Math.clamp(mark, 40, 100) * 2) * 5);
		}
		return marks;
	}

	private Map<String, Integer> answers(BallotForm form, Participant unit) {
		Map<String, Integer> answers = new LinkedHashMap<>();
		double mood = standing(unit) + this.random.nextGaussian() * 0.14;
		for (Item item : form.questionnaire().items()) {
			answers.put(item.code(), level(mood + this.random.nextGaussian() * 0.06));
		}
		return answers;
	}

	private int level(double mood) {
		if (this.random.nextInt(25) == 0) {
			return 9;
		}
		return (mood > 0.78) ? 1 : (mood > 0.6) ? 2 : (mood > 0.45) ? 3 : (mood > 0.3) ? 4 : 5;
	}

	private double standing(Participant unit) {
		return this.standing.computeIfAbsent(unit.code(), (code) -> 0.66 + this.random.nextDouble() * 0.3);
	}

	private String opinion(Participant unit) {
		if (this.random.nextInt(9) > 0) {
			return "";
		}
		List<String> mood = (this.random.nextDouble() < standing(unit) - 0.2) ? CONTENT : DISCONTENT;
		return mood.get(this.random.nextInt(mood.size()));
	}

	private List<Participant> some(List<Participant> units, int number) {
		List<Participant> chosen = new ArrayList<>();
		while (chosen.size() < number) {
			Participant unit = units.get(this.random.nextInt(units.size()));
			if (!chosen.contains(unit)) {
				chosen.add(unit);
			}
		}
		return chosen;
	}

	private String surname() {
		return String.valueOf("王李张刘陈杨黄赵吴周徐孙马朱胡".charAt(this.random.nextInt(15)));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
