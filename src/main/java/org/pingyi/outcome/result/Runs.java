package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.disclosure.Disclosure;
import org.pingyi.outcome.result.document.OutcomeDocument;
import org.pingyi.outcome.result.document.RunJson;
import org.pingyi.outcome.result.document.ScoreSeals;
import org.pingyi.outcome.result.document.StoredInputs;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Rules;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Runs, their scores and which of them is public; all are only ever appended. */
@Component
class Runs {

	private static final Logger logger = LoggerFactory.getLogger(Runs.class);

	private final RunRepository runs;

	private final ScoreRepository scores;

	private final PublicationRepository publications;

	private final StoredInputs inputs;

	private final OutcomeDocument outcomes;

	private final RunJson json;

	private final RunDocuments documents;

	private final ScoreSeals seals;

	private final Clock clock;

	Runs(RunRepository runs, ScoreRepository scores, PublicationRepository publications, StoredInputs inputs,
			OutcomeDocument outcomes, RunJson json, RunDocuments documents, ScoreSeals seals, Clock clock) {
		this.runs = runs;
		this.scores = scores;
		this.publications = publications;
		this.inputs = inputs;
		this.outcomes = outcomes;
		this.json = json;
		this.documents = documents;
		this.seals = seals;
		this.clock = clock;
	}

	/**
	 * What was counted by which rules and came to what.
	 *
	 * @param outline the inputs as {@link RunInputs#outline} gives them
	 */
	record Counted(Rules rules, Inputs inputs, Inputs outline, Outcome outcome) {
	}

	/** Keeps what was counted under the next number of its cycle. */
	Run append(Cycle cycle, Counted counted) {
		List<String> cards = counted.outcome().scorecards().stream().map(this.json::write).toList();
		Run run = appendRun(cycle, documents(counted, cards));
		this.inputs.append(run.id(), counted.inputs());
		List<Score> scores = scores(counted.outcome(), Disclosure.of(counted.rules(), counted.inputs()));
		this.scores.saveAllAndFlush(IntStream.range(0, scores.size()).mapToObj((position) -> {
			Score score = scores.get(position);
			return new ScoreEntity(run, position, score, cards.get(position), RankedScore.of(counted.rules(), score),
					this.json)
				.sealed(this.seals);
		}).toList());
		return run;
	}

	private RunEntity.Documents documents(Counted counted, List<String> cards) {
		String conclusion = this.outcomes.conclusion(counted.outcome());
		return new RunEntity.Documents(this.json.digestOf(counted.inputs()), this.json.digestOf(counted.outline()),
				conclusion, this.outcomes.digest(conclusion, cards));
	}

	/** Of two counts at the same time, the unique number lets one through. */
	private Run appendRun(Cycle cycle, RunEntity.Documents documents) {
		int number = this.runs.lastNumber(cycle.id()) + 1;
		try {
			return this.runs.save(new RunEntity(cycle, number, documents, this.clock.instant(), Actor.current().name()))
				.toRun();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("result.countedMeanwhile");
		}
	}

	private static List<Score> scores(Outcome outcome, Disclosure disclosure) {
		Set<String> alikeWithheld = disclosure.alikeWithheld(outcome);
		Map<String, BigDecimal> alike = alike(outcome);
		return outcome.scorecards()
			.stream()
			.map((card) -> new Score(card, disclosure.withheld(card), alike.get(card.unit()),
					alikeWithheld.contains(card.unit())))
			.toList();
	}

	private static Map<String, BigDecimal> alike(Outcome outcome) {
		return outcome.alike().stream().collect(Collectors.toMap(Outcome.Alike::unit, Outcome.Alike::score));
	}

	/**
	 * Whether a run had the same outline of inputs; nothing for a run of early versions.
	 */
	Optional<Boolean> hasOutline(Run run, Supplier<Inputs> outline) {
		return this.runs.findSourcesDigest(run.id()).map((digest) -> digest.equals(this.json.digestOf(outline.get())));
	}

	/** Whether a run had these inputs. */
	boolean hasInputs(Run run, Inputs inputs) {
		return run.inputsDigest().equals(this.json.digestOf(inputs));
	}

	Run byId(long run) {
		return this.runs.findOneById(run).orElseThrow(Runs::unknown);
	}

	/** The runs of a cycle, newest first. */
	List<Run> of(long cycle) {
		return this.runs.findByCycleOrderByNumberDesc(cycle);
	}

	Optional<Run> last(long cycle) {
		return this.runs.findFirstByCycleOrderByNumberDesc(cycle);
	}

	private static Refusal unknown() {
		return Refusal.notFound("result.noRun");
	}

	/** The scores of a run in its order. */
	List<Score> scores(long run) {
		return this.scores.findByRunOrderByPosition(run).stream().map((score) -> score.toScore(this.json)).toList();
	}

	/**
	 * The same as the ranking shows them.
	 * @throws Refusal 409 {@code result.altered} when they were altered in the database
	 */
	List<RankedScore> ranked(Run run, Rules rules) {
		List<ScoreRepository.Summary> summaries = genuineSummaries(run);
		return summaries.stream().allMatch(ScoreRepository.Summary::isSealed)
				? summaries.stream().map(this::ranked).toList() : rankedByCards(run, rules, summaries);
	}

	/**
	 * @throws Refusal 409 {@code result.altered} when the scores of a run were altered
	 */
	void requireGenuine(Run run) {
		if (!genuineSummaries(run).stream().allMatch(ScoreRepository.Summary::isSealed)) {
			this.documents.genuineOutcome(run);
		}
	}

	private RankedScore ranked(ScoreRepository.Summary summary) {
		return this.json.read(Objects.requireNonNull(summary.summary()), RankedScore.class);
	}

	private List<ScoreRepository.Summary> genuineSummaries(Run run) {
		List<ScoreRepository.Summary> summaries = this.scores.findSummaries(run.id());
		summaries.forEach(this::requireGenuine);
		return summaries;
	}

	private void requireGenuine(ScoreRepository.Summary summary) {
		if (summary.isAltered(this.seals)) {
			logger.error("The score of {} in run {} was altered in the database; it is not shown", summary.unit(),
					summary.run());
			throw Refusal.conflict("result.altered");
		}
	}

	/** Scores without seals tell nothing but what is withheld, which shows no more. */
	private List<RankedScore> rankedByCards(Run run, Rules rules, List<ScoreRepository.Summary> stored) {
		Set<String> withheld = stored.stream()
			.filter(ScoreRepository.Summary::alikeWithheld)
			.map(ScoreRepository.Summary::unit)
			.collect(Collectors.toSet());
		Outcome outcome = this.documents.genuineOutcome(run);
		Map<String, BigDecimal> alike = alike(outcome);
		return outcome.scorecards()
			.stream()
			.map((card) -> new Score(card, Set.of(), alike.get(card.unit()), withheld.contains(card.unit())))
			.map((score) -> RankedScore.of(rules, score))
			.toList();
	}

	/** The units of a group that have a place, in the order of the run. */
	List<Explanation.Ranked> ranked(long run, String group) {
		return this.scores.findRanked(run, group);
	}

	/**
	 * @throws Refusal 409 {@code result.altered} when it was altered in the database
	 */
	Score score(long run, String unit) {
		ScoreEntity score = this.scores.findByRunAndUnit(run, unit)
			.orElseThrow(() -> Refusal.notFound("result.noCard", unit));
		requireGenuine(score.summary());
		return score.toScore(this.json);
	}

	void publish(Run run) {
		this.publications.saveAndFlush(new PublicationEntity(run, this.clock.instant(), Actor.current().name()));
	}

	/** The public run of a cycle. */
	Optional<Run> published(long cycle) {
		return this.runs.findPublished(cycle);
	}

	/** The public runs, at most one of a cycle. */
	List<Run> published() {
		return this.runs.findAllPublished();
	}

	/**
	 * The public run of a cycle once there is one, else the last.
	 * @throws Refusal 409 {@code result.notCounted} when there is none
	 */
	Run shown(Cycle cycle) {
		return published(cycle.id()).or(() -> last(cycle.id()))
			.orElseThrow(() -> Refusal.conflict("result.notCounted", cycle.name()));
	}

}
