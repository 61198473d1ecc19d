package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Checks the scores that pages show against the outcome of their run. */
final class ScoreCheck {

	private static final List<String> COLUMNS = List.of("group", "score", "rank", "grade");

	private final Report report;

	private final long run;

	ScoreCheck(Report report, long run) {
		this.report = report;
		this.run = run;
	}

	/**
	 * @param alike by unit, the score if every ballot counted alike
	 */
	void run(List<CsvRow> shown, List<?> scorecards, Map<String, Object> alike) {
		Map<String, CsvRow> rows = new LinkedHashMap<>();
		shown.forEach((row) -> {
			if (rows.put(row.text("unit"), row) != null) {
				this.report.found(Check.SCORES, "verify.score.extra", this.run, row.text("unit"));
			}
		});
		for (int position = 0; position < scorecards.size(); position++) {
			Object card = scorecards.get(position);
			CsvRow row = rows.remove(JsonTree.text(card, "unit"));
			if (row == null) {
				this.report.found(Check.SCORES, "verify.score.missing", this.run, JsonTree.text(card, "unit"));
			}
			else {
				compare(row, position, card, alike.get(JsonTree.text(card, "unit")));
			}
		}
		rows.keySet().forEach((unit) -> this.report.found(Check.SCORES, "verify.score.extra", this.run, unit));
		this.report.done(Check.SCORES, scorecards.size());
	}

	private void compare(CsvRow row, int position, @Nullable Object card, @Nullable Object alike) {
		List<String> places = new ArrayList<>();
		if (row.number("position") != position) {
			places.add("position");
		}
		COLUMNS.stream()
			.filter((column) -> !same(row.text(column), JsonTree.member(card, column)))
			.forEach(places::add);
		if (row.has("alike") && !same(row.text("alike"), alike)) {
			places.add("alike");
		}
		if (row.has("card")) {
			JsonTree.differences(Json.read("scores.csv", row.text("card")), card)
				.forEach((place) -> places.add("card." + place));
		}
		places.forEach(
				(place) -> this.report.found(Check.SCORES, "verify.score.differs", this.run, row.text("unit"), place));
	}

	private static boolean same(String shown, @Nullable Object counted) {
		if (counted instanceof BigDecimal number) {
			return shown.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?") && new BigDecimal(shown).compareTo(number) == 0;
		}
		return shown.equals((counted != null) ? counted : "");
	}

}
