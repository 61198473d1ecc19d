package org.pingyi.intake.review.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.text.PlainText;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Rules;

/** Reads people to invite row by row, and says what is wrong with each row. */
final class InvitationFile {

	private static final String NAME = "姓名";

	private static final String ORGANISATION = "单位";

	private static final String CHANNEL = "渠道";

	private static final String CLASS = "类别";

	private static final String UNITS = "评议对象";

	private static final String PHONE = "手机";

	/** The columns as the file names them. */
	static final List<String> COLUMNS = List.of(NAME, ORGANISATION, CHANNEL, CLASS, UNITS, PHONE);

	private static final Set<String> LEFT_OUT = Set.of(CLASS, PHONE);

	private static final int LONGEST = 60;

	private final List<BallotForm> forms;

	private final Rules rules;

	private final Predicate<NewInvitation> invited;

	private final List<NewInvitation> people = new ArrayList<>();

	private final List<RowError> errors = new ArrayList<>();

	private final Set<List<String>> seen = new HashSet<>();

	private final Map<String, Map<String, Participant>> units = new HashMap<>();

	/**
	 * @param forms what the channels ask
	 * @param rules of the year
	 * @param invited who is invited already
	 */
	InvitationFile(List<BallotForm> forms, Rules rules, Predicate<NewInvitation> invited) {
		this.forms = forms;
		this.rules = rules;
		this.invited = invited;
	}

	/** Whether the columns are there that a list must have; the rest may be left out. */
	boolean has(int headerRow, List<String> header) {
		COLUMNS.stream()
			.filter((column) -> !LEFT_OUT.contains(column) && !header.contains(column))
			.forEach((column) -> this.errors.add(new RowError(headerRow, column, "review.file.noColumn", column)));
		return this.errors.isEmpty();
	}

	void add(Spreadsheet.Row row) {
		read(row).ifPresent(this.people::add);
	}

	List<NewInvitation> people() {
		return this.people;
	}

	List<RowError> errors() {
		return this.errors;
	}

	private Optional<NewInvitation> read(Spreadsheet.Row row) {
		int before = this.errors.size();
		String name = required(row, NAME);
		String organisation = required(row, ORGANISATION);
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
			return refuse(row, NAME, "review.file.twice", person.name());
		}
		if (this.invited.test(person)) {
			return refuse(row, NAME, "review.file.already", person.name());
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
		String value = row.cell(CHANNEL).strip();
		Optional<BallotForm> form = this.forms.stream()
			.filter((candidate) -> candidate.channel().code().equalsIgnoreCase(value)
					|| candidate.channel().name().zh().equals(value) || value.equals(candidate.channel().name().en()))
			.findFirst();
		if (form.isEmpty()) {
			refuse(row, CHANNEL, "review.file.noChannel", value);
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
		String value = row.cell(UNITS).strip();
		if (value.equals("全部") || value.equalsIgnoreCase("all")) {
			return List.of();
		}
		if (value.isEmpty()) {
			refuse(row, UNITS, "review.file.noUnits", value);
			return List.of();
		}
		List<String> units = new ArrayList<>();
		for (String part : value.split("[、；;，,\\s]+", -1)) {
			unit(part, form).ifPresentOrElse((unit) -> units.add(unit.code()),
					() -> refuse(row, UNITS, "review.file.noUnit", part));
		}
		return units.stream().distinct().toList();
	}

	private Optional<Participant> unit(String value, BallotForm form) {
		return Optional.ofNullable(this.units.computeIfAbsent(form.channel().code(), (channel) -> byEveryName(form))
			.get(value.toLowerCase(Locale.ROOT)));
	}

	/** Units by their codes and names; the first of two of the same name. */
	private static Map<String, Participant> byEveryName(BallotForm form) {
		Map<String, Participant> found = new HashMap<>();
		form.units()
			.forEach((unit) -> Stream.of(unit.code(), unit.name(), unit.shortName())
				.forEach((name) -> found.putIfAbsent(name.toLowerCase(Locale.ROOT), unit)));
		return found;
	}

	private Optional<NewInvitation> refuse(Spreadsheet.Row row, String column, String key, String value) {
		this.errors.add(new RowError(row.number(), column, key, value));
		return Optional.empty();
	}

}
