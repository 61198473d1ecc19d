package org.pingyi.outcome.result.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.outcome.result.AlikeScore;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Standings;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everybody takes a published ranking home as a file. */
@Controller
class DownloadController {

	private static final List<String> COLUMNS = List.of("rank", "code", "unit", "group", "score", "grade", "marks");

	private final Results results;

	private final Cycles cycles;

	private final MessageSource messages;

	DownloadController(Results results, Cycles cycles, MessageSource messages) {
		this.results = results;
		this.cycles = cycles;
		this.messages = messages;
	}

	@GetMapping("/results/{cycle}.csv")
	ResponseEntity<byte[]> csv(@PathVariable("cycle") String code, Locale locale) {
		Standings standings = standings(code);
		return file(Download.CSV, code + ".csv", Spreadsheets.csv(header(standings, locale), rows(standings, locale)));
	}

	@GetMapping("/results/{cycle}.xlsx")
	ResponseEntity<byte[]> xlsx(@PathVariable("cycle") String code, Locale locale) {
		Standings standings = standings(code);
		return file(Download.XLSX, code + ".xlsx",
				Spreadsheets.xlsx(code, header(standings, locale), rows(standings, locale)));
	}

	private Standings standings(String code) {
		return this.results.published(this.cycles.byCode(code).id());
	}

	private List<String> header(Standings standings, Locale locale) {
		Stream<String> fixed = COLUMNS.stream()
			.map((column) -> this.messages.getMessage("result." + column, null, locale));
		Stream<String> alike = standings.treats() ? Stream.of(this.messages.getMessage("result.alike", null, locale))
				: Stream.empty();
		return Stream.of(fixed, alike, standings.columns().stream().map((column) -> column.name().in(locale)))
			.flatMap((part) -> part)
			.toList();
	}

	private List<List<Object>> rows(Standings standings, Locale locale) {
		return standings.groups()
			.stream()
			.flatMap((group) -> group.rows().stream().map((row) -> row(standings, group, row, locale)))
			.toList();
	}

	private List<Object> row(Standings standings, Standings.Group group, Standings.Row row, Locale locale) {
		List<Object> cells = new ArrayList<>();
		cells.add(rank(row, locale));
		cells.add(row.unit());
		cells.add(row.name());
		cells.add(group.name());
		cells.add(row.scored() ? row.score() : this.messages.getMessage("result.state.MISSING", null, locale));
		cells.add((row.grade() != null) ? row.grade().name().in(locale) : "");
		cells.add(row.marks().stream().map((mark) -> mark.in(locale)).collect(Collectors.joining("; ")));
		if (standings.treats()) {
			cells.add(alike(row, locale));
		}
		standings.columns().forEach((column) -> {
			Object points = row.points().get(column.node());
			cells.add((points != null) ? points : "");
		});
		return cells;
	}

	private Object alike(Standings.Row row, Locale locale) {
		AlikeScore alike = row.alike();
		if (alike == null) {
			return row.scored() ? row.score() : "";
		}
		BigDecimal score = alike.score();
		return (score != null) ? score : this.messages.getMessage("result.alike.withheld", null, locale);
	}

	private Object rank(Standings.Row row, Locale locale) {
		if (row.rank() != null) {
			return row.rank();
		}
		return row.apart() ? this.messages.getMessage("result.apart", null, locale) : "";
	}

	private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
		return Download.of("pingyi-" + name, type, content);
	}

}
