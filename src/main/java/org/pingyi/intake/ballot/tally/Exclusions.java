package org.pingyi.intake.ballot.tally;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Setting ballots apart after the close and before publication: one person proposes,
 * another decides. Nothing is deleted; how many there are is public.
 */
@NamedInterface("tally")
@Service
@Transactional
public class Exclusions {

	/** Of fewer, both scores together would tell what they said. */
	static final long FEWEST = 10;

	private static final int LONGEST_REASON = 500;

	private static final int LONGEST_EVIDENCE = 2000;

	private static final String BALLOTS = """
			coalesce((select sum(count) from ballot_tally tally where tally.cycle_id = %1$s.cycle_id and item = 0
				and tally.channel = %1$s.channel and tally.unit_id = %1$s.unit_id and tally.signals = %1$s.signals), 0)""";

	private static final String SELECT = """
			select id, channel, unit_id as unit, signals, reason, evidence, proposed_by, approved, decided_by,
				cast(%s as bigint) as ballots from ballot_apart apart where cycle_id = ? order by id"""
		.formatted(BALLOTS.formatted("apart"));

	private static final String INSERT = """
			insert into ballot_apart (id, cycle_id, channel, unit_id, signals, reason, evidence, proposed_by)
			select coalesce(max(id), 0) + 1, :cycle, :channel, :unit, :signals, :reason, :evidence, :by from ballot_apart
			returning id""";

	/** So that no two proposals take the same number. */
	private static final String ONE_AT_A_TIME = "lock table ballot_apart in share row exclusive mode";

	private final JdbcClient jdbc;

	private final Cycles cycles;

	private final Audit audit;

	Exclusions(JdbcClient jdbc, Cycles cycles, Audit audit) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.audit = audit;
	}

	/**
	 * Proposes to set ballots apart.
	 * @throws Refusal 409 before the close, after publication, or when it was proposed
	 * already; 422 for too few ballots, or without reason and evidence
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public long propose(NewExclusion proposal) {
		Cycle cycle = requireDeciding(proposal.cycle());
		if (!fits(proposal.reason(), LONGEST_REASON) || !fits(proposal.evidence(), LONGEST_EVIDENCE)) {
			throw Refusal.invalid("ballot.apart.unreasoned");
		}
		if (proposal.signals() <= 0 || ballots(proposal) < FEWEST) {
			throw Refusal.invalid("ballot.apart.few", FEWEST);
		}
		long id = insert(proposal);
		record("ballot.apartProposed", cycle, id);
		return id;
	}

	private static boolean fits(String text, int longest) {
		return !text.isBlank() && text.length() <= longest;
	}

	private long ballots(NewExclusion proposal) {
		return this.jdbc.sql("""
				select coalesce(sum(count), 0) from ballot_tally where cycle_id = :cycle and item = 0
				and channel = :channel and unit_id = :unit and signals = :signals""")
			.param("cycle", proposal.cycle())
			.param("channel", proposal.channel())
			.param("unit", proposal.unit())
			.param("signals", proposal.signals())
			.query(Long.class)
			.single();
	}

	private long insert(NewExclusion proposal) {
		this.jdbc.sql(ONE_AT_A_TIME).update();
		try {
			return this.jdbc.sql(INSERT)
				.param("cycle", proposal.cycle())
				.param("channel", proposal.channel())
				.param("unit", proposal.unit())
				.param("signals", proposal.signals())
				.param("reason", proposal.reason().strip())
				.param("evidence", proposal.evidence().strip())
				.param("by", Actor.current().name())
				.query(Long.class)
				.single();
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("ballot.apart.twice");
		}
	}

	/**
	 * Sets the ballots apart.
	 * @throws Refusal 404, 409 for one's own proposal, when it is decided already, or
	 * after publication
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void approve(long cycle, long id) {
		decide(requireDeciding(cycle), id, true, "ballot.apartApproved");
	}

	/** Lets the ballots count; refuses like {@link #approve}. */
	@PreAuthorize("hasRole('OFFICE')")
	public void reject(long cycle, long id) {
		decide(requireDeciding(cycle), id, false, "ballot.apartRejected");
	}

	private void decide(Cycle cycle, long id, boolean approved, String act) {
		Exclusion found = of(cycle.id()).stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("ballot.apart.unknown"));
		if (found.proposedBy().equals(Actor.current().name())) {
			throw Refusal.conflict("ballot.apart.own");
		}
		int changed = this.jdbc
			.sql("update ballot_apart set approved = ?, decided_by = ? where id = ? and approved is null")
			.params(approved, Actor.current().name(), id)
			.update();
		if (changed == 0) {
			throw Refusal.conflict("ballot.apart.decided");
		}
		record(act, cycle, id);
	}

	/** All proposals of a closed cycle, oldest first. */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional(readOnly = true)
	public List<Exclusion> of(long cycle) {
		this.cycles.requireClosed(cycle);
		return this.jdbc.sql(SELECT).param(cycle).query(Exclusion.class).list();
	}

	private Cycle requireDeciding(long cycle) {
		Cycle closed = this.cycles.requireClosed(cycle);
		if (closed.phase() == Phase.PUBLISHED) {
			throw Refusal.conflict("ballot.apart.published");
		}
		return closed;
	}

	private void record(String act, Cycle cycle, long id) {
		this.audit.record(act, "cycle:" + cycle.code(), "apart " + id);
	}

}
