package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.document.ScoreSeals;
import org.pingyi.rules.scoring.Explanation;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The scores of the runs. */
interface ScoreRepository extends Repository<ScoreEntity, ScoreEntity.Key> {

	List<ScoreEntity> saveAllAndFlush(Iterable<ScoreEntity> scores);

	List<ScoreEntity> findByRunOrderByPosition(long run);

	/**
	 * A score without its scorecard, as the ranking shows it.
	 *
	 * @param summary JSON of a {@link RankedScore}; null in early runs
	 * @param seal over all the rest; null in early runs
	 */
	record Summary(long run, String unit, int position, String group, BigDecimal score, @Nullable Integer rank,
			String grade, String withheld, @Nullable String summary, @Nullable BigDecimal alike, boolean alikeWithheld,
			byte @Nullable [] seal) {

		byte[] sealed(ScoreSeals seals) {
			return seals.of(fields());
		}

		boolean isSealed() {
			return this.seal != null;
		}

		/** Whether it was altered since it was sealed. */
		boolean isAltered(ScoreSeals seals) {
			return this.seal != null && !seals.hold(this.seal, fields());
		}

		private String[] fields() {
			return new String[] { Long.toString(this.run), this.unit, Integer.toString(this.position), this.group,
					text(this.score), (this.rank != null) ? this.rank.toString() : "", this.grade, this.withheld,
					(this.summary != null) ? this.summary : "", text(this.alike),
					Boolean.toString(this.alikeWithheld) };
		}

		private static String text(@Nullable BigDecimal number) {
			return (number != null) ? number.stripTrailingZeros().toPlainString() : "";
		}

	}

	/** In the order of the run. */
	@Query("""
			select new org.pingyi.outcome.result.ScoreRepository$Summary(score.run, score.unit, score.position,
				score.unitGroup, score.score, score.rank, score.grade, score.withheld, score.summary, score.alike,
				score.alikeWithheld, score.seal)
			from ScoreEntity score where score.run = :run order by score.position
			""")
	List<Summary> findSummaries(long run);

	/** The units of a group that have a place, in the order of the run. */
	@Query("""
			select new org.pingyi.rules.scoring.Explanation$Ranked(score.unit, score.rank, score.grade)
			from ScoreEntity score where score.run = :run and score.unitGroup = :group and score.rank is not null
			order by score.position
			""")
	List<Explanation.Ranked> findRanked(long run, String group);

	/** The scorecards of a run in its order. */
	@Query("select score.card from ScoreEntity score where score.run = :run order by score.position")
	List<String> findCards(long run);

	Optional<ScoreEntity> findByRunAndUnit(long run, String unit);

	/** All scores of a cycle, run by run. */
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "100"))
	@Query("""
			select new org.pingyi.outcome.result.ScoreRecord(run.number, score.position, score.unit, score.unitGroup,
				score.score, score.rank, score.grade, score.alike, score.card)
			from ScoreEntity score join RunEntity run on run.id = score.run
			where run.cycle = :cycle order by run.number, score.position
			""")
	Stream<ScoreRecord> streamAll(long cycle);

	/**
	 * The scores of the public run, without what exposes few people: scorecards, and
	 * scores with every ballot counted alike where they are withheld.
	 */
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "100"))
	@Query("""
			select new org.pingyi.outcome.result.ScoreRecord(run.number, score.position, score.unit, score.unitGroup,
				score.score, score.rank, score.grade, case when score.alikeWithheld then null else score.alike end, '')
			from ScoreEntity score join RunEntity run on run.id = score.run
			join PublicationEntity publication on publication.run = run.id
			where publication.cycle = :cycle order by score.position
			""")
	Stream<ScoreRecord> streamPublished(long cycle);

}
