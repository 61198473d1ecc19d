package org.pingyi.base.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers a file of units, all or none. What was uploaded waits in the database for its
 * confirmation, so that any node can take that; what was imported is kept, to be told
 * from what waits.
 */
@Service
public class UnitImports {

	private static final Duration LIFE = Duration.ofDays(1);

	private final Units units;

	private final UnitRepository repository;

	private final UnitImportRepository waiting;

	private final JsonMapper json;

	private final Audit audit;

	private final Clock clock;

	UnitImports(Units units, UnitRepository repository, UnitImportRepository waiting, JsonMapper json, Audit audit,
			Clock clock) {
		this.units = units;
		this.repository = repository;
		this.waiting = waiting;
		this.json = json;
		this.audit = audit;
		this.clock = clock;
	}

	/** What an import of this sheet would do now; changes nothing. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public ImportPreview check(Spreadsheet sheet) {
		return new UnitReader(this.units.groups(), this.repository.findCodes(), this.repository.findNames())
			.read(sheet);
	}

	/**
	 * Registers every unit of a sheet, or none.
	 * @return how many
	 * @throws Refusal 422 {@code unit.import.refused} when anything in it is wrong, with
	 * the number of errors; 422 {@code web.sheet.noRows} when it holds no unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public int importAll(Spreadsheet sheet) {
		ImportPreview preview = check(sheet);
		if (!preview.errors().isEmpty()) {
			throw Refusal.invalid("unit.import.refused", preview.errors().size());
		}
		if (preview.rows().isEmpty()) {
			throw Refusal.invalid("web.sheet.noRows");
		}
		preview.rows().forEach(this.units::register);
		int count = preview.rows().size();
		this.audit.record("unit.imported", "units", Integer.toString(count));
		return count;
	}

	/** The columns of a file of units, in their order: heading and English alias. */
	public List<Option> columns() {
		return UnitColumn.ALL.stream().map((column) -> new Option(column.heading(), column.alias())).toList();
	}

	/**
	 * The units that are not closed, as rows that an import of another city could read.
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<List<String>> export() {
		return this.repository.findOpen(LocalDate.now(this.clock)).stream().map(UnitRow::cells).toList();
	}

	/** Keeps an uploaded sheet for a day, until whoever uploaded it confirms. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public UUID keep(Spreadsheet sheet) {
		Instant now = this.clock.instant();
		this.waiting.deleteUploadedBefore(now.minus(LIFE));
		String text = this.json.writeValueAsString(sheet);
		return this.waiting.save(new UnitImportEntity(text, Actor.current().name(), now)).getId();
	}

	/**
	 * What a kept sheet would do now.
	 * @throws Refusal 404 {@code unit.import.gone}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public ImportPreview preview(UUID id) {
		return check(sheet(this.waiting.findSheet(id, Actor.current().name())));
	}

	/**
	 * Registers a kept sheet, all or none.
	 * @return how many units
	 * @throws Refusal as {@link #preview} and {@link #importAll}; 409
	 * {@code unit.import.used} when this upload, or another of the same content, was
	 * imported before
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public int confirm(UUID id) {
		Optional<String> taken = this.waiting.takeSheet(id, Actor.current().name(), this.clock.instant());
		if (taken.isEmpty() && done(id).isPresent()) {
			throw Refusal.conflict("unit.import.used");
		}
		Spreadsheet sheet = sheet(taken);
		if (!check(sheet).errors().isEmpty() && earlier(id).isPresent()) {
			throw Refusal.conflict("unit.import.used");
		}
		return importAll(sheet);
	}

	/** The import that an upload was confirmed for; empty while it waits. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Optional<UnitImport> done(UUID id) {
		return this.waiting.findImported(id).map(this::done);
	}

	/** The last import of the same content. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Optional<UnitImport> done(Spreadsheet sheet) {
		return this.waiting.findImported(this.json.writeValueAsString(sheet)).stream().findFirst().map(this::done);
	}

	/** The last import of another upload with the same content. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Optional<UnitImport> earlier(UUID id) {
		return this.waiting.findSheet(id, Actor.current().name())
			.flatMap((sheet) -> this.waiting.findImported(sheet)
				.stream()
				.filter((one) -> !one.getId().equals(id))
				.findFirst())
			.map(this::done);
	}

	private UnitImport done(UnitImportEntity entity) {
		return entity.done(UnitReader.codes(this.json.readValue(entity.sheet(), Spreadsheet.class)));
	}

	private Spreadsheet sheet(Optional<String> kept) {
		return kept.map((text) -> this.json.readValue(text, Spreadsheet.class))
			.orElseThrow(() -> Refusal.notFound("unit.import.gone"));
	}

}
