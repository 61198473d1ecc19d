package org.pingyi.intake.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.text.PlainText;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Rules;

/** Reads a table of people to invite, and says row by row what is wrong with it. */
final class InvitationFile {

	/** The columns as the file names them; rater class and phone may be left out. */
	static final List<String> COLUMNS = List.of("姓名", "单位", "渠道", "评议对象");

	private static final String CLASS = "类别";

	private static final String PHONE = "手机";

	private static final int LONGEST = 60;

	private final List<BallotForm> forms;

	private final Rules rules;

	private final Predicate<NewInvitation> invited;

	private final List<RowError> errors = new ArrayList<>();

	private final Set<List<String>> seen = new HashSet<>();

	InvitationFile(List<BallotForm> forms, Rules rules, Predicate<NewInvitation> invited) {
		this.forms = forms;
		this.rules = rules;
		this.invited = invited;
	}

	InvitationPreview read(Spreadsheet sheet) {
		COLUMNS.stream()
			.filter((column) -> !sheet.header().contains(column))
			.forEach((column) -> this.errors
				.add(new RowError(sheet.headerRow(), column, "review.file.noColumn", column)));
		if (!this.errors.isEmpty()) {
			return new InvitationPreview(List.of(), this.errors);
		}
		List<NewInvitation> people = new ArrayList<>();
		sheet.rows().forEach((row) -> read(row).ifPresent(people::add));
		if (sheet.rows().isEmpty()) {
			this.errors.add(new RowError(2, "姓名", "review.file.empty", ""));
		}
		return new InvitationPreview(people, this.errors);
	}

	private Optional<NewInvitation> read(Spreadsheet.Row row) {
		int before = this.errors.size();
		String name = required(row, "姓名");
		String organisation = required(row, "单位");
		BallotForm form = form(row);
		String raterClass = (form != null) ? raterClass(row, form) : "";
		List<String> units = (form != null) ? units(row, form) : List.of();
		String phone = phone(row);
		if (this.errors.size() > before || form == null) {
			return Optional.empty();
		}
		return once(row, new NewInvitation(form.channel().code(), raterClass, name, organisation, units, phone));
	}

	private Optional<NewInvitation> once(Spreadsheet.Row row, NewInvitation person) {
		if (!this.seen.add(List.of(person.channel(), person.organisation(), person.name()))) {
			return refuse(row, "姓名", "review.file.twice", person.name());
		}
		if (this.invited.test(person)) {
			return refuse(row, "姓名", "review.file.already", person.name());
		}
		return Optional.of(person);
	}

	private String required(Spreadsheet.Row row, String column) {
		String value = row.cell(column).strip();
		if (value.isEmpty()) {
			refuse(row, column, "review.file.blank", "");
		}
		else if (value.length() > LONGEST || !PlainText.isName(value)) {
			refuse(row, column, "review.file.tooLong", value);
		}
		return value;
	}

	private @Nullable BallotForm form(Spreadsheet.Row row) {
		String value = row.cell("渠道").strip();
		Optional<BallotForm> form = this.forms.stream()
			.filter((candidate) -> candidate.channel().code().equalsIgnoreCase(value)
					|| candidate.channel().name().zh().equals(value) || value.equals(candidate.channel().name().en()))
			.findFirst();
		if (form.isEmpty()) {
			refuse(row, "渠道", "review.file.noChannel", value);
		}
		return form.orElse(null);
	}

	private String raterClass(Spreadsheet.Row row, BallotForm form) {
		String value = row.cell(CLASS).strip();
		List<String> classes = form.channel().raterClasses();
		Optional<String> found = value.isEmpty() ? Optional.of(classes.getFirst())
				: classes.stream()
					.filter((code) -> code.equals(value) || this.rules.raterClassName(code).zh().equals(value))
					.findFirst();
		if (found.isEmpty()) {
			refuse(row, CLASS, "review.file.noRaterClass", value);
		}
		return found.orElse("");
	}

	private String phone(Spreadsheet.Row row) {
		String value = row.cell(PHONE).strip();
		if (!value.isEmpty() && PhoneNumber.read(value).isEmpty()) {
			refuse(row, PHONE, "review.file.badPhone", value);
		}
		return value;
	}

	private List<String> units(Spreadsheet.Row row, BallotForm form) {
		String value = row.cell("评议对象").strip();
		if (value.equals("全部") || value.equalsIgnoreCase("all")) {
			return List.of();
		}
		if (value.isEmpty()) {
			refuse(row, "评议对象", "review.file.noUnits", value);
			return List.of();
		}
		List<String> units = new ArrayList<>();
		for (String part : value.split("[、；;，,\\s]+", -1)) {
			unit(part, form).ifPresentOrElse((unit) -> units.add(unit.code()),
					() -> refuse(row, "评议对象", "review.file.noUnit", part));
		}
		return units.stream().distinct().toList();
	}

	private static Optional<Participant> unit(String value, BallotForm form) {
		return form.units()
			.stream()
			.filter((unit) -> unit.code().equalsIgnoreCase(value) || unit.name().equals(value)
					|| unit.shortName().equals(value))
			.findFirst();
	}

	private Optional<NewInvitation> refuse(Spreadsheet.Row row, String column, String key, String value) {
		this.errors.add(new RowError(row.number(), column, key, value));
		return Optional.empty();
	}

}
