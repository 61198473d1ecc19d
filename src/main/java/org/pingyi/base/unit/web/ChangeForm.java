package org.pingyi.base.unit.web;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitChange;

/** What is typed to change a unit. */
record ChangeForm(@NotBlank(message = "{unit.needed.name}") String name,
		@NotBlank(message = "{unit.needed.shortName}") String shortName, @Nullable String services,
		@Nullable Set<Trait> traits) {

	static ChangeForm of(Unit unit) {
		return new ChangeForm(unit.name(), unit.shortName(), unit.services(), unit.traits());
	}

	UnitChange change() {
		return new UnitChange(this.name.strip(), this.shortName.strip(), (this.services != null) ? this.services : "",
				(this.traits != null) ? this.traits : Set.of());
	}

}
