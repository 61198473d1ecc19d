package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Entry;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;

import org.springframework.stereotype.Component;

/**
 * Writes a cycle, its runs and the trail as files that can be checked elsewhere;
 * {@code src/docs/audit-files.md} describes their columns.
 */
@Component
class RunFiles {

	private static final List<String> SCORE = List.of("run", "position", "unit", "group", "score", "rank", "grade",
			"alike", "card");

	private final Runs runs;

	private final RunDocuments documents;

	private final ScoreRepository scores;

	private final PublicationRepository publications;

	private final Cycles cycles;

	private final Schemes schemes;

	private final Audit audit;

	RunFiles(Runs runs, RunDocuments documents, ScoreRepository scores, PublicationRepository publications,
			Cycles cycles, Schemes schemes, Audit audit) {
		this.runs = runs;
		this.documents = documents;
		this.scores = scores;
		this.publications = publications;
		this.cycles = cycles;
		this.schemes = schemes;
		this.audit = audit;
	}

	List<OutgoingFile> ofAuditor(Cycle cycle) {
		List<OutgoingFile> files = new ArrayList<>(
				List.of(cycle(cycle), scheme(cycle), units(cycle), runs(cycle), scores(cycle), publication(cycle)));
		this.runs.of(cycle.id()).reversed().forEach((run) -> {
			files.add(document(run, "inputs", (out) -> this.documents.writeInputs(run.id(), out)));
			files.add(document(run, "outcome", (out) -> this.documents.writeOutcome(run.id(), out)));
		});
		files.add(trail());
		return files;
	}

	List<OutgoingFile> published(Cycle cycle, ToLongFunction<String> fewest) {
		return List.of(cycle(cycle), scheme(cycle), units(cycle), runs(cycle), publication(cycle), publicScores(cycle),
				counted(cycle, fewest));
	}

	private OutgoingFile cycle(Cycle cycle) {
		List<String> columns = List.of("id", "code", "name", "phase", "scheme_version", "scheme_digest", "opens_on",
				"closes_on");
		return OutgoingFile.table("cycle.csv", columns,
				(row) -> row
					.accept(List.of(cycle.id(), cycle.code(), cycle.name(), cycle.phase(), cycle.schemeVersion(),
							this.schemes.storedDigest(cycle.schemeVersion()), cycle.opensOn(), cycle.closesOn())));
	}

	private OutgoingFile scheme(Cycle cycle) {
		return OutgoingFile.text("scheme.json", () -> this.schemes.storedDocument(cycle.schemeVersion()));
	}

	private OutgoingFile units(Cycle cycle) {
		return OutgoingFile.table("units.csv", List.of("unit", "code", "name", "group", "traits", "group_name"),
				(row) -> this.cycles.participants(cycle.id())
					.forEach((unit) -> row.accept(List.of(unit.unit(), unit.code(), unit.name(), unit.group(),
							unit.traits().stream().sorted().collect(Collectors.joining(" ")), unit.groupName()))));
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
		return OutgoingFile.table("publication.csv", List.of("run", "published_at"),
				(row) -> this.publications.findByCycle(cycle.id())
					.ifPresent((publication) -> row.accept(Arrays.asList(publication.run(), publication.at()))));
	}

	private OutgoingFile scores(Cycle cycle) {
		return OutgoingFile.table("scores.csv", SCORE, (row) -> {
			try (Stream<ScoreRecord> scores = this.scores.streamAll(cycle.id())) {
				scores.map(RunFiles::cells).forEach(row);
			}
		});
	}

	/** Without the scorecards: their lines may rest on too few people. */
	private OutgoingFile publicScores(Cycle cycle) {
		int last = SCORE.size() - 1;
		return OutgoingFile.table("scores.csv", SCORE.subList(0, last), (row) -> {
			try (Stream<ScoreRecord> scores = this.scores.streamPublished(cycle.id())) {
				scores.map((score) -> cells(score).subList(0, last)).forEach(row);
			}
		});
	}

	private static List<?> cells(ScoreRecord score) {
		return Arrays.asList(score.run(), score.position(), score.unit(), score.group(), score.score(), score.rank(),
				score.grade(), score.alike(), score.card());
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
				.ifPresent((run) -> Tally.discreet(tallies(this.documents.inputs(run.id()), units), fewest)
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

	private static OutgoingFile document(Run run, String name, OutgoingFile.Content json) {
		return new OutgoingFile("runs/" + run.number() + "/" + name + ".json", json);
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

}
