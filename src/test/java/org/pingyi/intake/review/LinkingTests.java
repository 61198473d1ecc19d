package org.pingyi.intake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever holds the database sees which transaction took a leader's sheet in, and which
 * transactions sealed ballots after it: with 520 citizens between the sign-offs of four
 * leaders, that must lead to nobody's marks.
 */
@PingyiTest
class LinkingTests {

	private static final int LEADERS = 4;

	private static final int CITIZENS = 130;

	private final ReviewSamples samples;

	private final BallotSamples ballots;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	LinkingTests(ReviewSamples samples, BallotSamples ballots, CycleSamples cycles, UnitSamples units,
			JdbcTemplate jdbc) {
		this.samples = samples;
		this.ballots = ballots;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = jdbc;
	}

	@Test
	void linksNoLeaderToTheirMarks() {
		List<List<Long>> candidates = candidatesOfEachLeader(this.ballots::sealSome);
		assertThat(candidates).hasSize(LEADERS).allMatch((marks) -> marks.equals(everybodysMarks()));
		assertThat(sealedBeforeTheClose()).as("citizens do not wait for the leaders").isGreaterThan(CITIZENS);
	}

	/** The positive control: sealed without regard to company, all are linked. */
	@Test
	void findsEveryLeaderWhereABatchNeedsNoCompany() {
		List<List<Long>> candidates = candidatesOfEachLeader(this.ballots::seal);
		assertThat(candidates.stream().map(List::getFirst)).containsExactlyElementsOf(everybodysMarks());
		assertThat(candidates).allMatch((marks) -> marks.size() == 1);
	}

	/** A year in which the leaders' marks rise from the first who signs to the last. */
	private List<List<Long>> candidatesOfEachLeader(LongConsumer sealing) {
		Cycle cycle = this.cycles.opened();
		List<IssuedInvitation> leaders = new ArrayList<>();
		for (int leader = 1; leader <= LEADERS; leader++) {
			IssuedInvitation invitation = this.samples.invited(cycle.id(), "LEADER", "主任" + leader);
			this.samples.signedOff(invitation.token(), leader);
			leaders.add(invitation);
			this.ballots.vote(cycle.id(), "ONLINE", water(), CITIZENS, 1);
			sealing.accept(cycle.id());
		}
		this.cycles.close(cycle);
		return leaders.stream().map((leader) -> marksSealedNext(leader.id())).toList();
	}

	/** Marks of leaders in the first batch with any after the transaction of a sheet. */
	private List<Long> marksSealedNext(long invitation) {
		return this.jdbc.queryForList("""
				with marks as (
					select xmin::text::bigint as batch, a1 from ballot_sealed where channel = 'LEADER' and unit_id = ?
				), signed as (
					select xmin::text::bigint as sheet from review_invitation where id = ?
				)
				select a1 from marks
				where batch = (select min(batch) from marks, signed where batch > sheet) order by a1""", Long.class,
				water(), invitation);
	}

	private List<Long> everybodysMarks() {
		return this.jdbc.queryForList(
				"select a1 from ballot_sealed where channel = 'LEADER' and unit_id = ? order by a1", Long.class,
				water());
	}

	private long sealedBeforeTheClose() {
		return this.jdbc.queryForObject("""
				select count(*) from ballot_sealed
				where xmin::text::bigint < (select max(xmin::text::bigint) from ballot_sealed)""", Long.class);
	}

	private long water() {
		return this.units.waterBureau().id();
	}

}
