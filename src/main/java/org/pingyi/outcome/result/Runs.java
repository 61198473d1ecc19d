package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.disclosure.Disclosure;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Runs, their scores and which of them is public; all are only ever appended. */
@Component
class Runs {

	private final RunRepository runs;

	private final ScoreRepository scores;

	private final PublicationRepository publications;

	private final RunJson json;

	private final Clock clock;

	Runs(RunRepository runs, ScoreRepository scores, PublicationRepository publications, RunJson json, Clock clock) {
		this.runs = runs;
		this.scores = scores;
		this.publications = publications;
		this.json = json;
		this.clock = clock;
	}

	/** Keeps what was counted under the next number of its cycle. */
	Run append(Cycle cycle, Inputs inputs, Outcome outcome, Disclosure disclosure) {
		Run run = appendRun(cycle, this.json.write(inputs), this.json.write(outcome));
		List<Score> scores = scores(outcome, disclosure);
		this.scores.saveAllAndFlush(IntStream.range(0, scores.size())
			.mapToObj((position) -> new ScoreEntity(run, position, scores.get(position), this.json))
			.toList());
		return run;
	}

	/** Of two counts at the same time, the unique number lets one through. */
	private Run appendRun(Cycle cycle, String inputs, String outcome) {
		int number = this.runs.lastNumber(cycle.id()) + 1;
		try {
			return this.runs
				.save(new RunEntity(cycle, number, inputs, outcome, this.clock.instant(), Actor.current().name()))
				.toRun();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("result.countedMeanwhile");
		}
	}

	private static List<Score> scores(Outcome outcome, Disclosure disclosure) {
		Set<String> alikeWithheld = disclosure.alikeWithheld(outcome);
		Map<String, BigDecimal> alike = outcome.alike()
			.stream()
			.collect(Collectors.toMap(Outcome.Alike::unit, Outcome.Alike::score));
		return outcome.scorecards()
			.stream()
			.map((card) -> new Score(card, disclosure.withheld(card), alike.get(card.unit()),
					alikeWithheld.contains(card.unit())))
			.toList();
	}

	/** The digest that a run of these inputs would have. */
	String digest(Inputs inputs) {
		return RunJson.digest(this.json.write(inputs));
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

	Inputs inputs(long run) {
		return this.json.read(inputsJson(run), Inputs.class);
	}

	Outcome outcome(long run) {
		return this.json.read(outcomeJson(run), Outcome.class);
	}

	/** The inputs of a run as they were digested. */
	String inputsJson(long run) {
		return this.runs.findInputs(run).orElseThrow(Runs::unknown);
	}

	/** The outcome of a run as it was digested. */
	String outcomeJson(long run) {
		return this.runs.findOutcome(run).orElseThrow(Runs::unknown);
	}

	private static Refusal unknown() {
		return Refusal.notFound("result.noRun");
	}

	/** The scores of a run in its order. */
	List<Score> scores(long run) {
		return scores(this.scores.findByRunOrderByPosition(run));
	}

	/** The scores of a group in the order of the run. */
	List<Score> scores(long run, String group) {
		return scores(this.scores.findByRunAndUnitGroupOrderByPosition(run, group));
	}

	private List<Score> scores(List<ScoreEntity> stored) {
		return stored.stream().map((score) -> score.toScore(this.json)).toList();
	}

	Score score(long run, String unit) {
		return this.scores.findByRunAndUnit(run, unit)
			.map((score) -> score.toScore(this.json))
			.orElseThrow(() -> Refusal.notFound("result.noCard", unit));
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
