package org.pingyi.outcome.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Explanation;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The scores of the runs. */
interface ScoreRepository extends Repository<ScoreEntity, ScoreEntity.Key> {

	List<ScoreEntity> saveAllAndFlush(Iterable<ScoreEntity> scores);

	List<ScoreEntity> findByRunOrderByPosition(long run);

	/** Scores as the ranking shows them, in the order of the run; null in early ones. */
	@Query("select score.summary from ScoreEntity score where score.run = :run order by score.position")
	List<@Nullable String> findSummaries(long run);

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
