package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.text.PlainText;
import org.pingyi.rules.cycle.Participant;

/**
 * A table of figures as it was read.
 *
 * @param figures the faultless rows
 * @param errors what is wrong, by row; nothing is registered unless this is empty
 * @param remarks which rows were rounded, and to what
 */
public record FigureFile(List<NewFigure> figures, List<RowError> errors, List<String> remarks) {

	/** The columns as the file names them. */
	public static final List<String> COLUMNS = List.of("数据", "单位", "数值", "依据文件");

	private static final int LONGEST_DOCUMENT = 200;

	private static final int MOST_PLACES = 10;

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(\\.\\d{1,40})?");

	private static final Pattern PERCENT = Pattern.compile("-?\\d{1,10}(\\.\\d{1,40})?%");

	private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3}){1,3}(\\.\\d{1,40})?");

	static FigureFile read(Spreadsheet sheet, List<FigureNeed> needs) {
		FigureFile file = new FigureFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		COLUMNS.stream()
			.filter((column) -> !sheet.header().contains(column))
			.forEach((column) -> file.errors
				.add(new RowError(sheet.headerRow(), column, "adjustment.figure.file.noColumn", column)));
		if (file.errors.isEmpty()) {
			Set<String> seen = new HashSet<>();
			sheet.rows().forEach((row) -> file.read(row, needs, seen));
		}
		return file;
	}

	private void read(Spreadsheet.Row row, List<FigureNeed> needs, Set<String> seen) {
		Optional<FigureNeed> need = needs.stream().filter((each) -> named(each, row.cell("数据"))).findFirst();
		if (need.isEmpty()) {
			refuse(row, "数据", "adjustment.figure.file.unknown");
			return;
		}
		int before = this.errors.size();
		Optional<Participant> unit = need.get()
			.units()
			.stream()
			.filter((each) -> named(each, row.cell("单位")))
			.findFirst();
		if (unit.isEmpty()) {
			refuse(row, "单位", "adjustment.figure.file.noUnit");
		}
		else if (!seen.add(need.get().key() + "\t" + unit.get().unit())) {
			refuse(row, "单位", "adjustment.figure.file.twice");
		}
		Optional<BigDecimal> value = value(row, need.get());
		String document = row.cell("依据文件");
		if (document.isBlank() || document.length() > LONGEST_DOCUMENT || !PlainText.isName(document)) {
			refuse(row, "依据文件", "adjustment.figure.file.document");
		}
		if (this.errors.size() == before) {
			this.figures.add(new NewFigure(unit.orElseThrow().unit(), need.get().key(), value.orElseThrow(), document));
		}
	}

	private Optional<BigDecimal> value(Spreadsheet.Row row, FigureNeed need) {
		String typed = plain(row.cell("数值"));
		if (PERCENT.matcher(typed).matches()) {
			this.errors.add(new RowError(row.number(), "数值", "adjustment.figure.file.percent", readings(typed)));
			return Optional.empty();
		}
		if (!NUMBER.matcher(typed).matches()) {
			refuse(row, "数值", "adjustment.figure.file.number");
			return Optional.empty();
		}
		BigDecimal value = rounded(row, new BigDecimal(typed));
		if (!need.admits(value)) {
			this.errors.add(new RowError(row.number(), "数值", "adjustment.figure.file.outside",
					typed + "（" + need.limits() + "）"));
		}
		return Optional.of(value);
	}

	/** With narrow digits, and without the commas between thousands. */
	private static String plain(String typed) {
		String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace('−', '-');
		return THOUSANDS.matcher(narrow).matches() ? narrow.replace(",", "") : narrow;
	}

	/** A percentage may mean either number; only the office knows. */
	private static String readings(String percent) {
		BigDecimal number = new BigDecimal(percent.substring(0, percent.length() - 1));
		return percent + " = " + number.toPlainString() + " / " + number.movePointLeft(2).toPlainString();
	}

	/** Quotients have more places than are kept; the remark says which were rounded. */
	private BigDecimal rounded(Spreadsheet.Row row, BigDecimal value) {
		if (value.scale() <= MOST_PLACES) {
			return value;
		}
		BigDecimal rounded = value.setScale(MOST_PLACES, RoundingMode.HALF_UP);
		this.remarks.add(row.number() + ": " + rounded.toPlainString());
		return rounded;
	}

	private static boolean named(FigureNeed need, String typed) {
		return need.key().equals(typed) || need.name().zh().equals(typed) || typed.equals(need.name().en());
	}

	private static boolean named(Participant unit, String typed) {
		return unit.code().equalsIgnoreCase(typed) || unit.name().equals(typed) || unit.shortName().equals(typed);
	}

	private void refuse(Spreadsheet.Row row, String column, String key) {
		this.errors.add(new RowError(row.number(), column, key, row.cell(column)));
	}

}
