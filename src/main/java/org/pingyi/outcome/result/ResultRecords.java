package org.pingyi.outcome.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.stereotype.Component;

/**
 * Counts, the publication, objections and what was decided about them, as their rows tell
 * them now.
 */
@Component
class ResultRecords implements ActRecords {

	private final RunRepository runs;

	private final PublicationRepository publications;

	private final ObjectionRepository objections;

	ResultRecords(RunRepository runs, PublicationRepository publications, ObjectionRepository objections) {
		this.runs = runs;
		this.publications = publications;
		this.objections = objections;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		List<Run> counted = this.runs.findByCycleOrderByNumberDesc(cycle);
		return Stream
			.of(counted.stream().map(ResultRecords::counted), published(cycle, counted).stream(),
					this.objections.findFiledInCycle(cycle).stream().flatMap(ResultRecords::objected))
			.flatMap((records) -> records)
			.toList();
	}

	private static RecordedAct counted(Run run) {
		return new RecordedAct(act("result.counted", run), run.countedBy(), run.countedAt());
	}

	private Optional<RecordedAct> published(long cycle, List<Run> counted) {
		return this.publications.findByCycle(cycle)
			.flatMap((publication) -> counted.stream()
				.filter((run) -> Integer.valueOf(run.number()).equals(publication.run()))
				.findFirst()
				.map((run) -> new RecordedAct(act("result.published", run), publication.by(), publication.at())));
	}

	/** What is signed when a year is counted, or a count published. */
	static CycleAct act(String act, Run run) {
		return new CycleAct(run.cycle(), act, "run:" + run.number(), "",
				CycleAct.detail(run.inputsDigest(), run.outcomeDigest()));
	}

	private static Stream<RecordedAct> objected(ObjectionRepository.Filed stored) {
		return Stream.concat(Stream.of(filed(stored)), decided(stored).stream());
	}

	/** What is signed when a unit objects. */
	static RecordedAct filed(ObjectionRepository.Filed stored) {
		Objection objection = stored.toObjection();
		return new RecordedAct(new CycleAct(objection.cycle(), "result.objected", subject(objection), "",
				CycleAct.detail(objection.unit(), objection.run(), objection.line()),
				CycleAct.words(objection.reason())), objection.filedBy(), objection.filedAt());
	}

	/** What is signed when it is decided; nothing while it is open. */
	static Optional<RecordedAct> decided(ObjectionRepository.Filed stored) {
		Objection objection = stored.toObjection();
		ObjectionDecisionEntity row = stored.decision();
		Objection.Decision decision = objection.decision();
		if (row == null || decision == null) {
			return Optional.empty();
		}
		return Optional.of(new RecordedAct(new CycleAct(objection.cycle(),
				decision.upheld() ? "result.upheld" : "result.dismissed", subject(objection), objection.filedBy(),
				objection.unit(), CycleAct.words(row.run(), decision.reason())), decision.by(), decision.at()));
	}

	private static String subject(Objection objection) {
		return "objection:" + objection.id();
	}

}
