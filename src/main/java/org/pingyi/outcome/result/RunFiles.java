package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Entry;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Inputs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a cycle, its runs and the trail as files that can be checked elsewhere;
 * {@code src/docs/audit-files.md} describes their columns.
 */
@Component
class RunFiles {

	private static final String SCORES = """
			select number, position, unit, unit_group, score, rank, grade, %s as alike, card::text
			from result_score join result_run on id = run_id where cycle_id = ? order by number, position""";

	private static final String DISCREET = "case when alike_withheld then null else alike end";

	private static final String PUBLICATION = """
			select number, published_at from result_publication publication
			left join result_run on id = run_id where publication.cycle_id = ?""";

	private static final String DOCUMENT = "select %s from result_run where id = ?";

	private static final List<String> SCORE = List.of("run", "position", "unit", "group", "score", "rank", "grade",
			"alike", "card");

	private final JdbcClient jdbc;

	private final Runs runs;

	private final Cycles cycles;

	private final Audit audit;

	RunFiles(JdbcClient jdbc, Runs runs, Cycles cycles, Audit audit) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.cycles = cycles;
		this.audit = audit;
	}

	List<OutgoingFile> ofAuditor(Cycle cycle) {
		List<OutgoingFile> files = new ArrayList<>(List.of(cycle(cycle), units(cycle), runs(cycle),
				table("scores.csv", SCORE, SCORES.formatted("alike"), cycle), publication(cycle)));
		this.runs.of(cycle.id()).reversed().forEach((run) -> {
			files.add(document(run, "inputs"));
			files.add(document(run, "outcome"));
		});
		files.add(trail());
		return files;
	}

	List<OutgoingFile> published(Cycle cycle, ToLongFunction<String> fewest) {
		return List.of(cycle(cycle), units(cycle), runs(cycle), publication(cycle), publicScores(cycle),
				counted(cycle, fewest));
	}

	private static OutgoingFile cycle(Cycle cycle) {
		return OutgoingFile.table("cycle.csv",
				List.of("id", "code", "name", "phase", "scheme_version", "opens_on", "closes_on"),
				(row) -> row.accept(List.of(cycle.id(), cycle.code(), cycle.name(), cycle.phase(),
						cycle.schemeVersion(), cycle.opensOn(), cycle.closesOn())));
	}

	private OutgoingFile units(Cycle cycle) {
		return OutgoingFile.table("units.csv", List.of("unit", "code", "name", "group", "traits"),
				(row) -> this.cycles.participants(cycle.id())
					.forEach((unit) -> row.accept(List.of(unit.unit(), unit.code(), unit.name(), unit.group(),
							unit.traits().stream().sorted().collect(Collectors.joining(" "))))));
	}

	private OutgoingFile runs(Cycle cycle) {
		List<String> columns = List.of("run", "scheme_version", "counted_at", "inputs_digest", "outcome_digest");
		return OutgoingFile.table("runs.csv", columns,
				(row) -> this.runs.of(cycle.id())
					.reversed()
					.forEach((run) -> row.accept(List.of(run.number(), run.schemeVersion(), run.countedAt(),
							run.inputsDigest(), run.outcomeDigest()))));
	}

	private OutgoingFile publication(Cycle cycle) {
		return table("publication.csv", List.of("run", "published_at"), PUBLICATION, cycle);
	}

	/** Without the scorecards: their lines may rest on too few people. */
	private OutgoingFile publicScores(Cycle cycle) {
		int last = SCORE.size() - 1;
		return OutgoingFile.table("scores.csv", SCORE.subList(0, last), (row) -> {
			int run = this.runs.published(cycle.id()).map(Run::number).orElse(0);
			each(SCORES.formatted(DISCREET), cycle, (cells) -> {
				if (cells.getFirst().equals(run)) {
					row.accept(cells.subList(0, last));
				}
			});
		});
	}

	/** The tallies that the published run counted, as far as everybody may see them. */
	private OutgoingFile counted(Cycle cycle, ToLongFunction<String> fewest) {
		List<String> columns = List.of("channel", "unit", "unit_code", "item", "code", "count");
		return OutgoingFile.table("counted.csv", columns, (row) -> {
			Map<String, Long> units = this.cycles.participants(cycle.id())
				.stream()
				.collect(Collectors.toMap(Participant::code, Participant::unit));
			Map<Long, String> codes = units.keySet().stream().collect(Collectors.toMap(units::get, (code) -> code));
			this.runs.published(cycle.id())
				.ifPresent((run) -> Tally.discreet(tallies(this.runs.inputs(run.id()), units), fewest)
					.forEach((bar) -> row.accept(List.of(bar.channel(), bar.unit(), codes.getOrDefault(bar.unit(), ""),
							bar.item(), bar.code(), bar.count()))));
		});
	}

	private static List<Tally> tallies(Inputs inputs, Map<String, Long> units) {
		return inputs.tallies()
			.stream()
			.map((bar) -> new Tally(bar.channel(), units.getOrDefault(bar.unit(), 0L), bar.raterClass(), bar.signals(),
					bar.item(), bar.code(), bar.count()))
			.toList();
	}

	private OutgoingFile document(Run run, String column) {
		return OutgoingFile.text("runs/" + run.number() + "/" + column + ".json",
				() -> this.jdbc.sql(DOCUMENT.formatted(column)).param(run.id()).query(String.class).single());
	}

	private OutgoingFile trail() {
		List<String> columns = List.of("id", "at", "actor", "act", "subject", "detail", "previous_hash", "hash");
		HexFormat hex = HexFormat.of();
		return OutgoingFile.table("trail.csv", columns, (row) -> this.audit.export((link) -> {
			Entry entry = link.entry();
			row.accept(List.of(entry.id(), entry.at(), entry.actor(), entry.act(), entry.subject(), entry.detail(),
					hex.formatHex(link.previous()), hex.formatHex(link.hash())));
		}));
	}

	private OutgoingFile table(String name, List<String> columns, String sql, Cycle cycle) {
		return OutgoingFile.table(name, columns, (row) -> each(sql, cycle, row));
	}

	private void each(String sql, Cycle cycle, java.util.function.Consumer<List<?>> reader) {
		this.jdbc.sql(sql).param(cycle.id()).query((row, number) -> {
			Object[] cells = new Object[row.getMetaData().getColumnCount()];
			for (int cell = 0; cell < cells.length; cell++) {
				cells[cell] = row.getObject(cell + 1);
			}
			return Arrays.asList(cells);
		}).list().forEach(reader);
	}

}
