package org.pingyi.outcome.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.stereotype.Component;

/** Objections and what was decided about them, as their rows tell them now. */
@Component
class ObjectionRecords implements ActRecords {

	private final ObjectionRepository objections;

	ObjectionRecords(ObjectionRepository objections) {
		this.objections = objections;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		return this.objections.findFiledInCycle(cycle)
			.stream()
			.flatMap((one) -> Stream.concat(Stream.of(filed(one)), decided(one).stream()))
			.toList();
	}

	/** What is signed when a unit objects. */
	static RecordedAct filed(ObjectionRepository.Filed stored) {
		Objection objection = stored.toObjection();
		return new RecordedAct(new CycleAct(objection.cycle(), "result.objected", subject(objection), "",
				CycleAct.detail(objection.unit(), objection.run(), objection.line()),
				CycleAct.words(objection.reason())), objection.filedBy());
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
				objection.unit(), CycleAct.words(row.run(), decision.reason())), decision.by()));
	}

	private static String subject(Objection objection) {
		return "objection:" + objection.id();
	}

}
