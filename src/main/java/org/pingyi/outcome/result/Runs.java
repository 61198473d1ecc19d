package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps runs, their scorecards and which of them is public; only ever appends. */
@Component
class Runs {

	private static final String RUN = """
			select id, cycle_id, number, scheme_version, counted_at, counted_by, inputs_digest, outcome_digest
			from result_run
			""";

	private static final String APPEND_RUN = """
			insert into result_run (cycle_id, number, scheme_version, counted_at, counted_by, inputs, inputs_digest,
				outcome, outcome_digest)
			select :cycle, coalesce(max(number), 0) + 1, :version, :at, :by, :inputs::json, :inputsDigest,
				:outcome::json, :outcomeDigest
			from result_run where cycle_id = :cycle
			returning id
			""";

	private static final String APPEND_SCORE = """
			insert into result_score (run_id, position, unit, unit_group, score, rank, grade, card, withheld,
				alike, alike_withheld)
			values (:run, :position, :unit, :group, :score, :rank, :grade, :card::json, :withheld::json,
				:alike, :alikeWithheld)
			""";

	private final JdbcClient jdbc;

	private final RunJson json;

	private final Clock clock;

	Runs(JdbcClient jdbc, RunJson json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A scorecard.
	 *
	 * @param withheld codes of its lines that rest on too few people
	 * @param alike its score if every ballot counted alike, or null where every one does
	 * @param alikeWithheld whether that would tell what few people said
	 */
	record Stored(Scorecard card, Set<String> withheld, @Nullable BigDecimal alike, boolean alikeWithheld) {

		/** The score if every ballot counted alike, as far as a reader may see it. */
		@Nullable AlikeScore alike(boolean discreet) {
			return (this.alike == null) ? null : new AlikeScore((discreet && this.alikeWithheld) ? null : this.alike);
		}

	}

	Run append(Cycle cycle, Inputs inputs, Outcome outcome, Disclosure disclosure) {
		try {
			Run run = byId(appendRun(cycle, this.json.write(inputs), this.json.write(outcome)));
			List<Scorecard> cards = outcome.scorecards();
			Set<String> alikeWithheld = disclosure.alikeWithheld(outcome);
			Map<String, BigDecimal> alike = outcome.alike()
				.stream()
				.collect(Collectors.toMap(Outcome.Alike::unit, Outcome.Alike::score));
			for (int position = 0; position < cards.size(); position++) {
				Scorecard card = cards.get(position);
				appendScore(run, position, new Stored(card, disclosure.withheld(card), alike.get(card.unit()),
						alikeWithheld.contains(card.unit())));
			}
			return run;
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("result.countedMeanwhile");
		}
	}

	/** The digest that a run of these inputs would have. */
	String digest(Inputs inputs) {
		return RunJson.digest(this.json.write(inputs));
	}

	private long appendRun(Cycle cycle, String inputs, String outcome) {
		return this.jdbc.sql(APPEND_RUN)
			.param("cycle", cycle.id())
			.param("version", cycle.schemeVersion())
			.param("at", now())
			.param("by", Actor.current().name())
			.param("inputs", inputs)
			.param("inputsDigest", RunJson.digest(inputs))
			.param("outcome", outcome)
			.param("outcomeDigest", RunJson.digest(outcome))
			.query(Long.class)
			.single();
	}

	private void appendScore(Run run, int position, Stored stored) {
		Scorecard card = stored.card();
		this.jdbc.sql(APPEND_SCORE)
			.param("run", run.id())
			.param("position", position)
			.param("unit", card.unit())
			.param("group", card.group())
			.param("score", card.score())
			.param("rank", card.rank())
			.param("grade", card.grade())
			.param("card", this.json.write(card))
			.param("withheld", this.json.write(stored.withheld()))
			.param("alike", stored.alike())
			.param("alikeWithheld", stored.alikeWithheld())
			.update();
	}

	Run byId(long run) {
		return this.jdbc.sql(RUN + "where id = ?")
			.param(run)
			.query(Runs::run)
			.optional()
			.orElseThrow(() -> Refusal.notFound("result.noRun"));
	}

	/** The runs of a cycle, newest first. */
	List<Run> of(long cycle) {
		return this.jdbc.sql(RUN + "where cycle_id = ? order by number desc").param(cycle).query(Runs::run).list();
	}

	Optional<Run> last(long cycle) {
		return of(cycle).stream().findFirst();
	}

	Inputs inputs(long run) {
		return this.json.read(document(run, "inputs"), Inputs.class);
	}

	Outcome outcome(long run) {
		return this.json.read(document(run, "outcome"), Outcome.class);
	}

	private String document(long run, String column) {
		return this.jdbc.sql("select " + column + " from result_run where id = ?")
			.param(run)
			.query(String.class)
			.optional()
			.orElseThrow(() -> Refusal.notFound("result.noRun"));
	}

	/** The scorecards of a run in its order. */
	List<Stored> scores(long run) {
		return this.jdbc
			.sql("select card, withheld, alike, alike_withheld from result_score where run_id = ? order by position")
			.param(run)
			.query(this::stored)
			.list();
	}

	Stored score(long run, String unit) {
		return this.jdbc
			.sql("select card, withheld, alike, alike_withheld from result_score where run_id = ? and unit = ?")
			.params(run, unit)
			.query(this::stored)
			.optional()
			.orElseThrow(() -> Refusal.notFound("result.noCard", unit));
	}

	/** The scorecards of a group in the order of the run. */
	List<Stored> scores(long run, String group) {
		return this.jdbc.sql(
				"select card, withheld, alike, alike_withheld from result_score where run_id = ? and unit_group = ? order by position")
			.params(run, group)
			.query(this::stored)
			.list();
	}

	void publish(Run run) {
		this.jdbc
			.sql("insert into result_publication (cycle_id, run_id, published_at, published_by) values (?, ?, ?, ?)")
			.params(run.cycle(), run.id(), now(), Actor.current().name())
			.update();
	}

	/** The public run of a cycle. */
	Optional<Run> published(long cycle) {
		return this.jdbc.sql(RUN + "where id = (select run_id from result_publication where cycle_id = ?)")
			.param(cycle)
			.query(Runs::run)
			.optional();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private Stored stored(ResultSet row, int number) throws SQLException {
		return new Stored(this.json.read(row.getString("card"), Scorecard.class),
				Set.of(this.json.read(row.getString("withheld"), String[].class)), row.getBigDecimal("alike"),
				row.getBoolean("alike_withheld"));
	}

	private static Run run(ResultSet row, int number) throws SQLException {
		return new Run(row.getLong("id"), row.getLong("cycle_id"), row.getInt("number"), row.getLong("scheme_version"),
				row.getTimestamp("counted_at").toInstant(), row.getString("counted_by"), row.getString("inputs_digest"),
				row.getString("outcome_digest"));
	}

}
