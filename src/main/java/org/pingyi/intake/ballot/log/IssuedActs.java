package org.pingyi.intake.ballot.log;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.audit.Actor;
import org.pingyi.intake.ballot.form.IssuedForms;
import org.pingyi.intake.ballot.form.IssuedSource;
import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.ClosingTask;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.cycle.RecordedAct;
import org.pingyi.rules.cycle.Step;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs at the close, before anything else of it, how many forms the doors handed out
 * about each unit, which counts where a method looks at silence or returns, and tells it
 * again from the tables. A count takes the same figures in, so that auditors learn
 * nothing more of anybody.
 */
@Component
@Order(0)
class IssuedActs implements ClosingTask, ActRecords {

	static final String ACT = "forms.issued";

	private static final Comparator<IssuedForms> ORDER = Comparator.comparingLong(IssuedForms::unit)
		.thenComparing(IssuedForms::channel)
		.thenComparing(IssuedForms::raterClass);

	private final ObjectProvider<IssuedSource> doors;

	private final ActRepository acts;

	private final Cycles cycles;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	IssuedActs(ObjectProvider<IssuedSource> doors, ActRepository acts, Cycles cycles, ApplicationEventPublisher events,
			TransactionTemplate transaction) {
		this.doors = doors;
		this.acts = acts;
		this.cycles = cycles;
		this.events = events;
		this.transaction = transaction;
	}

	/** Once, however often the close is begun again. */
	@Override
	public void run(long cycle) {
		this.transaction.executeWithoutResult((status) -> {
			Cycle closing = this.cycles.hold(cycle);
			if (!isSigned(cycle)) {
				this.events.publishEvent(act(closing));
			}
		});
	}

	private boolean isSigned(long cycle) {
		try (Stream<Object[]> rows = this.acts.rows(cycle)) {
			return rows.anyMatch((cells) -> Acts.named((String) cells[1]).equals(ACT));
		}
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		Cycle closed = this.cycles.byId(cycle);
		return closed.phase().reached(Phase.CLOSING) ? List.of(new RecordedAct(act(closed), closer(cycle))) : List.of();
	}

	private String closer(long cycle) {
		return this.cycles.steps(cycle)
			.stream()
			.filter((step) -> step.phase() == Phase.CLOSING)
			.findFirst()
			.map(Step::by)
			.orElse(Actor.PUBLIC.name());
	}

	private CycleAct act(Cycle cycle) {
		String lines = this.doors.orderedStream()
			.flatMap((door) -> door.issued(cycle.id()).stream())
			.sorted(ORDER)
			.map((forms) -> CycleAct.detail(forms.unit(), forms.channel(), forms.raterClass(), forms.count()))
			.collect(Collectors.joining("\n"));
		return new CycleAct(cycle.id(), ACT, "cycle:" + cycle.code(), "", lines);
	}

}
