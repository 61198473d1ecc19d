package org.pingyi.intake.hotline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.text.PlainText;
import org.pingyi.rules.cycle.Participant;

/** Reads the rows of a file as cases, and notes every cell that is wrong. */
class CaseSheet {

	static final String NUMBER = "工单号";

	static final String CALLED_ON = "来电日期";

	static final String UNIT = "被诉单位";

	static final String CATEGORY = "类别";

	static final String CONTENT = "内容";

	static final String HANDLING = "办理情况";

	static final String CLOSED_ON = "办结日期";

	static final List<String> COLUMNS = List.of(NUMBER, CALLED_ON, UNIT, CATEGORY, CONTENT, HANDLING, CLOSED_ON);

	/** Columns in which people write what they hear. */
	private static final List<String> TEXTS = List.of(CATEGORY, CONTENT, HANDLING);

	private static final DateTimeFormatter DAY = DateTimeFormatter
		.ofPattern("[uuuu-M-d][uuuu/M/d][uuuu.M.d][uuuu年M月d日]")
		.withResolverStyle(ResolverStyle.STRICT);

	private final Map<String, List<Participant>> units = new HashMap<>();

	private final LocalDate today;

	private final Consumer<RowError> errors;

	private final Set<String> seen = new HashSet<>();

	private int faults;

	/**
	 * @param units of the year
	 * @param errors takes what is wrong
	 */
	CaseSheet(List<Participant> units, LocalDate today, Consumer<RowError> errors) {
		units.forEach((unit) -> Stream.of(unit.code(), unit.name(), unit.shortName())
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.distinct()
			.forEach((name) -> this.units.computeIfAbsent(name, (any) -> new ArrayList<>()).add(unit)));
		this.today = today;
		this.errors = errors;
	}

	/** Whether the columns are there. */
	boolean has(int headerRow, List<String> header) {
		COLUMNS.stream()
			.filter((column) -> !header.contains(column))
			.forEach((column) -> wrong(new RowError(headerRow, column, "hotline.cell.noColumn", column)));
		return this.faults == 0;
	}

	/** A row as a case; empty when anything in it is wrong. */
	Optional<HotlineCase.Details> read(Spreadsheet.Row row) {
		int before = this.faults;
		LocalDate calledOn = day(row, CALLED_ON);
		HotlineCase.Details details = new HotlineCase.Details(number(row), (calledOn != null) ? calledOn : this.today,
				unit(row), text(row, CATEGORY, 64, true), text(row, CONTENT, 2000, true),
				text(row, HANDLING, 2000, false), closedOn(row, calledOn));
		return (this.faults == before) ? Optional.of(details) : Optional.empty();
	}

	/** A row without the numbers of callers. */
	static Spreadsheet.Row redacted(Spreadsheet.Row row) {
		Map<String, String> cells = new LinkedHashMap<>(row.cells());
		TEXTS.forEach((column) -> cells.computeIfPresent(column, (same, cell) -> PersonalData.redacted(cell)));
		return new Spreadsheet.Row(row.number(), cells);
	}

	private String number(Spreadsheet.Row row) {
		String number = cell(row, NUMBER);
		if (number.isEmpty() || number.length() > 64) {
			wrong(row, NUMBER, number.isEmpty() ? "hotline.cell.empty" : "hotline.cell.tooLong");
		}
		else if (!this.seen.add(number)) {
			wrong(row, NUMBER, "hotline.cell.twice");
		}
		return number;
	}

	private long unit(Spreadsheet.Row row) {
		String named = cell(row, UNIT);
		List<Participant> matches = this.units.getOrDefault(named.toLowerCase(Locale.ROOT), List.of());
		if (matches.size() == 1) {
			return matches.getFirst().unit();
		}
		wrong(row, UNIT, matches.isEmpty() ? "hotline.cell.noUnit" : "hotline.cell.manyUnits");
		return 0;
	}

	private String text(Spreadsheet.Row row, String column, int longest, boolean required) {
		String text = PersonalData.redacted(cell(row, column));
		if (required && text.isEmpty()) {
			wrong(row, column, "hotline.cell.empty");
		}
		if (text.length() > longest) {
			wrong(row, column, "hotline.cell.tooLong");
		}
		return text;
	}

	private @Nullable LocalDate closedOn(Spreadsheet.Row row, @Nullable LocalDate calledOn) {
		if (cell(row, CLOSED_ON).isEmpty()) {
			return null;
		}
		LocalDate closedOn = day(row, CLOSED_ON);
		if (closedOn != null && calledOn != null && closedOn.isBefore(calledOn)) {
			wrong(row, CLOSED_ON, "hotline.cell.closedBeforeCall");
		}
		return closedOn;
	}

	private @Nullable LocalDate day(Spreadsheet.Row row, String column) {
		// exports carry the time of day after a blank
		String text = cell(row, column).split("[ T]", 2)[0];
		try {
			LocalDate day = LocalDate.parse(text, DAY);
			if (day.isAfter(this.today)) {
				wrong(row, column, "hotline.cell.future");
			}
			return day;
		}
		catch (DateTimeParseException ex) {
			wrong(row, column, text.isEmpty() ? "hotline.cell.empty" : "hotline.cell.noDate");
			return null;
		}
	}

	/** As a form would have it: without what turns the text that people read. */
	private static String cell(Spreadsheet.Row row, String column) {
		return PlainText.straightened(row.cell(column)).strip();
	}

	private void wrong(Spreadsheet.Row row, String column, String key) {
		String cell = PersonalData.redacted(cell(row, column));
		wrong(new RowError(row.number(), column, key, (cell.length() > 40) ? cell.substring(0, 40) + "…" : cell));
	}

	private void wrong(RowError error) {
		this.faults++;
		this.errors.accept(error);
	}

}
