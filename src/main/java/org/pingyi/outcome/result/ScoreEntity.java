package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.document.RunJson;
import org.pingyi.outcome.result.document.ScoreSeals;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.data.domain.Persistable;

/** A unit's score in a run as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@IdClass(ScoreEntity.Key.class)
@Table(name = "result_score")
class ScoreEntity implements Persistable<ScoreEntity.Key> {

	@Id
	@Column(name = "run_id")
	private long run;

	@Id
	private String unit = "";

	private int position;

	private String unitGroup = "";

	private BigDecimal score = BigDecimal.ZERO;

	private @Nullable Integer rank;

	private String grade = "";

	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private String card = "";

	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private String withheld = "";

	/** The score as the ranking shows it; not of early versions. */
	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private @Nullable String summary;

	private @Nullable BigDecimal alike;

	private boolean alikeWithheld;

	/** Not of early versions. */
	private byte @Nullable [] seal;

	/** A unit in a run. */
	record Key(long run, String unit) {
	}

	protected ScoreEntity() {
	}

	/**
	 * A score of a run.
	 * @param position its place in the order of the run, from 0
	 * @param text its scorecard as JSON
	 */
	ScoreEntity(Run run, int position, Score score, String text, RankedScore summary, RunJson json) {
		Scorecard card = score.card();
		this.run = run.id();
		this.unit = card.unit();
		this.position = position;
		this.unitGroup = card.group();
		this.score = card.score();
		this.rank = card.rank();
		this.grade = card.grade();
		this.card = text;
		this.withheld = json.write(score.withheld());
		this.summary = json.write(summary);
		this.alike = score.alike();
		this.alikeWithheld = score.alikeWithheld();
	}

	ScoreEntity sealed(ScoreSeals seals) {
		this.seal = summary().sealed(seals);
		return this;
	}

	ScoreRepository.Summary summary() {
		return new ScoreRepository.Summary(this.run, this.unit, this.position, this.unitGroup, this.score, this.rank,
				this.grade, this.withheld, this.summary, this.alike, this.alikeWithheld, this.seal);
	}

	Score toScore(RunJson json) {
		return new Score(json.read(this.card, Scorecard.class), Set.of(json.read(this.withheld, String[].class)),
				this.alike, this.alikeWithheld);
	}

	@Override
	public Key getId() {
		return new Key(this.run, this.unit);
	}

	/** Scores are only ever inserted. */
	@Override
	public boolean isNew() {
		return true;
	}

}
