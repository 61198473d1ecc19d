package org.pingyi.intake.ballot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Treatment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Draws up what anybody may compare about a year; counts only, not under embargo. */
@Service
public class Balances {

	// What two persons set apart is counted already.
	private static final String DOUBTED = """
			select channel, signals, cast(sum(count) as bigint) as ballots from ballot_tally tally
			where cycle_id = ? and item = 0 and signals <> 0
				and not exists (select from ballot_apart apart where apart.approved
					and (apart.cycle_id, apart.channel, apart.unit_id, apart.signals)
						= (tally.cycle_id, tally.channel, tally.unit_id, tally.signals))
			group by channel, signals""";

	private final JdbcClient jdbc;

	private final BallotCounts counts;

	private final BallotForms forms;

	private final Schemes schemes;

	Balances(JdbcClient jdbc, BallotCounts counts, BallotForms forms, Schemes schemes) {
		this.jdbc = jdbc;
		this.counts = counts;
		this.forms = forms;
		this.schemes = schemes;
	}

	/**
	 * The balance of a year that has opened, in one snapshot. It opens every ballot that
	 * waits for the seal to see its channel: not for each request of a crowd.
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Balance of(Cycle cycle) {
		Counters counters = this.counts.counters(cycle.id());
		return new Balance(counters, online(cycle.id(), counters.verified()),
				cycle.phase().reached(Phase.CLOSED) ? byRules(cycle) : 0);
	}

	private OnlineRights online(long cycle, long verified) {
		List<BallotForm> forms = this.forms.of(cycle, Door.VOTE);
		Set<String> channels = forms.stream().map((form) -> form.channel().code()).collect(Collectors.toSet());
		long used = this.counts.participation(cycle)
			.stream()
			.filter((row) -> channels.contains(row.channel()))
			.mapToLong(Participation::ballots)
			.sum();
		return new OnlineRights(verified, forms.stream().mapToLong((form) -> form.units().size()).sum(), used);
	}

	private long byRules(Cycle cycle) {
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		return this.jdbc.sql(DOUBTED)
			.param(cycle.id())
			.query(Doubted.class)
			.list()
			.stream()
			.filter((doubted) -> doubted.isApart(rules))
			.mapToLong(Doubted::ballots)
			.sum();
	}

	/** Ballots of a channel with the same doubts. */
	private record Doubted(String channel, int signals, long ballots) {

		boolean isApart(Rules rules) {
			return rules.channel(this.channel)
				.flatMap((known) -> known.treatment(this.signals))
				.filter((treatment) -> treatment.effect() == Treatment.Effect.SET_APART)
				.isPresent();
		}

	}

}
