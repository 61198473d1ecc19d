package org.pingyi.base.unit.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.unit.NewUnit;
import org.pingyi.base.unit.Trait;

import org.springframework.format.annotation.DateTimeFormat;

/** What is typed to register a unit. */
record NewForm(@NotBlank(message = "{unit.needed.name}") String name,
		@NotBlank(message = "{unit.needed.shortName}") String shortName,
		@NotBlank(message = "{unit.needed.code}") String code, @NotBlank(message = "{unit.needed.group}") String group,
		@NotNull(message = "{unit.needed.from}") @DateTimeFormat(
				iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@Nullable Set<Trait> traits) {

	static NewForm on(LocalDate day) {
		return new NewForm("", "", "", "", day, Set.of());
	}

	NewUnit unit() {
		return new NewUnit(this.code.strip().toUpperCase(Locale.ROOT), this.name.strip(), this.shortName.strip(),
				this.group, "", (this.traits != null) ? this.traits : Set.of(), Objects.requireNonNull(this.from));
	}

}
