package org.pingyi.outcome.result.web.published;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.kept.Refreshed;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Results.Publication;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What everybody may see now: asked again at once after an act on a year here, and every
 * few seconds for what other nodes did.
 */
@Component
class Catalogues {

	private final Results results;

	private final Cycles cycles;

	private final Ballots ballots;

	private final Look look;

	private final Refreshed<Catalogue> newest;

	Catalogues(Results results, Cycles cycles, Ballots ballots, Look look, Clock clock) {
		this.results = results;
		this.cycles = cycles;
		this.ballots = ballots;
		this.look = look;
		this.newest = new Refreshed<>(this::ask, clock);
	}

	/** As it was a few seconds ago or later. */
	Catalogue get() {
		return this.newest.get();
	}

	/** As it is now. */
	Catalogue getNow() {
		return this.newest.getNow();
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@TransactionalEventListener(fallbackExecution = true)
	void onOpened(CycleOpened opened) {
		this.newest.forget();
	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	@TransactionalEventListener(fallbackExecution = true)
	void onAct(CycleAct act) {
		this.newest.expire();
	}

	private Catalogue ask(@Nullable Catalogue known) {
		List<Cycle> all = this.cycles.all();
		PublicState state = new PublicState(
				this.results.publications().stream().map((publication) -> year(publication, known)).toList(),
				this.cycles.current().orElse(null),
				all.stream().filter(Catalogues::isCounting).findFirst().orElse(null));
		return (known != null && known.state().equals(state)) ? known : new Catalogue(state, this.look.digest());
	}

	private static boolean isCounting(Cycle cycle) {
		return cycle.phase().reached(Phase.CLOSING) && cycle.phase() != Phase.PUBLISHED;
	}

	/** Units of a published year never change. */
	private PublicState.Year year(Publication publication, @Nullable Catalogue known) {
		long cycle = publication.cycle().id();
		List<String> units = Optional.ofNullable(known)
			.stream()
			.flatMap((catalogue) -> catalogue.state().years().stream())
			.filter((year) -> year.publication().equals(publication))
			.findFirst()
			.map(PublicState.Year::units)
			.orElseGet(() -> this.cycles.participants(cycle).stream().map(Participant::code).toList());
		return new PublicState.Year(publication, this.ballots.lastCheckpoint(cycle).map(Checkpoint::line).orElse(""),
				units);
	}

}
