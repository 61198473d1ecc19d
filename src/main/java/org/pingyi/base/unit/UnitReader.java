package org.pingyi.base.unit;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;

/** Reads the rows of one file of units, noting whatever is wrong in a cell. */
final class UnitReader {

	private static final Set<String> YES = Set.of("是", "有", "√", "yes", "y", "true", "1");

	private static final Set<String> NO = Set.of("", "否", "无", "×", "no", "n", "false", "0");

	/** 2026-01-31, 2026/1/31, 2026年1月31日. */
	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	private final List<UnitGroup> groups;

	private final Set<String> codes;

	private final Set<String> names;

	private final List<NewUnit> units = new ArrayList<>();

	private final List<RowError> errors = new ArrayList<>();

	/**
	 * Reads files for a register with these groups.
	 * @param codes the codes that are taken
	 * @param names the names that are taken
	 */
	UnitReader(List<UnitGroup> groups, Set<String> codes, Set<String> names) {
		this.groups = groups;
		this.codes = new HashSet<>(codes);
		this.names = new HashSet<>(names);
	}

	ImportPreview read(Spreadsheet sheet) {
		for (UnitColumn column : UnitColumn.ALL) {
			if (column.needed() && !column.in(sheet)) {
				this.errors.add(new RowError(sheet.headerRow(), column.heading(), "unit.import.columnMissing", ""));
			}
		}
		if (this.errors.isEmpty()) {
			sheet.rows().forEach(this::read);
		}
		return new ImportPreview(List.copyOf(this.units), List.copyOf(this.errors));
	}

	/** The codes in a file, as the register spells them. */
	static Set<String> codes(Spreadsheet sheet) {
		return sheet.rows().stream().map(UnitReader::spelled).collect(Collectors.toSet());
	}

	private static String spelled(Spreadsheet.Row row) {
		return Normalizer.normalize(UnitColumn.CODE.of(row), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
	}

	private void read(Spreadsheet.Row row) {
		int before = this.errors.size();
		String code = code(row);
		String name = name(row);
		String shortName = text(row, UnitColumn.SHORT, UnitFormats.SHORT_NAME);
		String group = group(row);
		String services = services(row);
		Set<Trait> traits = traits(row);
		LocalDate from = date(row);
		if (this.errors.size() == before && from != null) {
			this.units.add(new NewUnit(code, name, shortName, group, services, traits, from));
		}
	}

	private String code(Spreadsheet.Row row) {
		String code = spelled(row);
		if (code.isEmpty()) {
			wrong(row, UnitColumn.CODE, "missing");
		}
		else if (!UnitFormats.code(code)) {
			wrong(row, UnitColumn.CODE, "codeMalformed");
		}
		else if (!this.codes.add(code)) {
			wrong(row, UnitColumn.CODE, "taken");
		}
		return code;
	}

	private String name(Spreadsheet.Row row) {
		String name = text(row, UnitColumn.NAME, UnitFormats.NAME);
		if (!name.isEmpty() && !this.names.add(name)) {
			wrong(row, UnitColumn.NAME, "taken");
		}
		return name;
	}

	private String text(Spreadsheet.Row row, UnitColumn column, int longest) {
		String text = column.of(row);
		if (text.isEmpty()) {
			wrong(row, column, "missing");
		}
		else if (text.length() > longest) {
			wrong(row, column, "tooLong");
		}
		else if (!UnitFormats.printable(text)) {
			wrong(row, column, "characters");
		}
		return text;
	}

	private String group(Spreadsheet.Row row) {
		String sought = UnitColumn.GROUP.of(row);
		Optional<UnitGroup> group = this.groups.stream()
			.filter((one) -> one.name().equals(sought) || one.code().equalsIgnoreCase(sought))
			.findFirst();
		if (group.isEmpty()) {
			wrong(row, UnitColumn.GROUP, sought.isEmpty() ? "missing" : "groupUnknown");
		}
		return group.map(UnitGroup::code).orElse("");
	}

	private String services(Spreadsheet.Row row) {
		String words = ServiceWords.of(UnitColumn.SERVICES.of(row));
		if (!UnitFormats.services(words)) {
			wrong(row, UnitColumn.SERVICES, UnitFormats.printable(words) ? "tooLong" : "characters");
		}
		return words;
	}

	private Set<Trait> traits(Spreadsheet.Row row) {
		Set<Trait> traits = EnumSet.noneOf(Trait.class);
		for (Trait trait : Trait.values()) {
			String answer = trait.column().of(row).toLowerCase(Locale.ROOT);
			if (YES.contains(answer)) {
				traits.add(trait);
			}
			else if (!NO.contains(answer)) {
				wrong(row, trait.column(), "yesOrNo");
			}
		}
		return traits;
	}

	private @Nullable LocalDate date(Spreadsheet.Row row) {
		String text = UnitColumn.FROM.of(row);
		Matcher parts = DATE.matcher(text);
		if (!parts.matches()) {
			wrong(row, UnitColumn.FROM, text.isEmpty() ? "missing" : "date");
			return null;
		}
		try {
			LocalDate day = LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3));
			if (UnitFormats.day(day)) {
				return day;
			}
		}
		catch (DateTimeException ex) {
			// Answered like a day out of range.
		}
		wrong(row, UnitColumn.FROM, "date");
		return null;
	}

	private static int part(Matcher parts, int number) {
		return Integer.parseInt(parts.group(number));
	}

	private void wrong(Spreadsheet.Row row, UnitColumn column, String error) {
		this.errors.add(new RowError(row.number(), column.heading(), "unit.import." + error, column.of(row)));
	}

}
