package org.pingyi.outcome.result.web.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.web.Spreadsheets;
import org.pingyi.outcome.result.AlikeScore;
import org.pingyi.outcome.result.Standings;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A published ranking as a file for spreadsheets. */
@Component
class RankingFiles {

	private static final List<String> COLUMNS = List.of("rank", "code", "unit", "group", "score", "grade", "marks");

	private final MessageSource messages;

	RankingFiles(MessageSource messages) {
		this.messages = messages;
	}

	byte[] csv(Standings standings, Locale locale) {
		return Spreadsheets.csv(header(standings, locale), rows(standings, locale));
	}

	byte[] xlsx(Standings standings, Locale locale) {
		return Spreadsheets.xlsx(standings.cycle().code(), header(standings, locale), rows(standings, locale));
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

}
