package org.pingyi.base.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers a file of units, all or none. What was uploaded waits in the database for its
 * confirmation, so that any node can take that.
 */
@Service
public class UnitImports {

	private static final Duration LIFE = Duration.ofDays(1);

	private final Units units;

	private final Register register;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Audit audit;

	private final Clock clock;

	UnitImports(Units units, Register register, JdbcClient jdbc, JsonMapper json, Audit audit, Clock clock) {
		this.units = units;
		this.register = register;
		this.jdbc = jdbc;
		this.json = json;
		this.audit = audit;
		this.clock = clock;
	}

	/** What an import of this sheet would do now; changes nothing. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public ImportPreview check(Spreadsheet sheet) {
		return new UnitReader(this.units.groups(), this.register.codes(), this.register.names()).read(sheet);
	}

	/**
	 * Registers every unit of a sheet, or none.
	 * @return how many
	 * @throws Refusal 422 {@code unit.import.refused} when anything in it is wrong, with
	 * the number of errors; 422 {@code unit.import.empty} when it holds no unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public int importAll(Spreadsheet sheet) {
		ImportPreview preview = check(sheet);
		if (!preview.errors().isEmpty()) {
			throw Refusal.invalid("unit.import.refused", preview.errors().size());
		}
		if (preview.rows().isEmpty()) {
			throw Refusal.invalid("unit.import.empty");
		}
		preview.rows().forEach(this.units::register);
		int count = preview.rows().size();
		this.audit.record("unit.imported", "units", Integer.toString(count));
		return count;
	}

	/** The columns of a file of units, in their order: heading and English alias. */
	public List<Option> columns() {
		return Stream.of(UnitColumn.values()).map((column) -> new Option(column.heading(), column.alias())).toList();
	}

	/**
	 * The units that are not closed, as rows that an import of another city could read.
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<List<String>> export() {
		return this.register.export();
	}

	/** Keeps an uploaded sheet for a day, until whoever uploaded it confirms. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public UUID keep(Spreadsheet sheet) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("delete from unit_import where uploaded_at < ?")
			.param(this.clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("insert into unit_import (id, sheet, uploaded_by, uploaded_at) values (?, ?, ?, ?)")
			.params(id, this.json.writeValueAsString(sheet), Actor.current().name(),
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return id;
	}

	/**
	 * What a kept sheet would do now.
	 * @throws Refusal 404 {@code unit.import.gone}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public ImportPreview preview(UUID id) {
		return check(sheet("select sheet from unit_import where id = ? and uploaded_by = ?", id));
	}

	/**
	 * Registers a kept sheet, all or none, and forgets it.
	 * @return how many units
	 * @throws Refusal as {@link #preview} and {@link #importAll}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public int confirm(UUID id) {
		return importAll(sheet("delete from unit_import where id = ? and uploaded_by = ? returning sheet", id));
	}

	private Spreadsheet sheet(String sql, UUID id) {
		return this.jdbc.sql(sql)
			.params(id, Actor.current().name())
			.query(String.class)
			.optional()
			.map((text) -> this.json.readValue(text, Spreadsheet.class))
			.orElseThrow(() -> Refusal.notFound("unit.import.gone"));
	}

}
