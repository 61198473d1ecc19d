package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A unit with the group that it belongs to today, as one row of a list. */
interface UnitRow {

	long getId();

	String getCode();

	String getName();

	String getShortName();

	@Nullable String getServices();

	/** Names separated by spaces. */
	String getTraits();

	@Nullable String getGroupCode();

	@Nullable String getGroupName();

	@Nullable LocalDate getFromDay();

	@Nullable LocalDate getClosedOn();

	/** The record of it; services that nobody has written yet are suggested. */
	default Unit unit(SuggestedServices suggested) {
		String services = (getServices() != null) ? getServices() : suggested.of(getName());
		return new Unit(getId(), getCode(), getName(), getShortName(), Objects.toString(getGroupCode(), ""), services,
				traits());
	}

	/** Its cells in the columns of {@link UnitColumn#ALL}. */
	default List<String> cells() {
		Set<Trait> traits = traits();
		return Stream
			.of(Stream.of(getCode(), getName(), getShortName(), Objects.toString(getGroupName(), "")),
					Stream.of(Trait.values()).map((trait) -> traits.contains(trait) ? "是" : "否"),
					Stream.of(Objects.toString(getFromDay(), ""), Objects.toString(getServices(), "")))
			.flatMap((cells) -> cells)
			.toList();
	}

	private Set<Trait> traits() {
		return Arrays.stream(getTraits().split(" "))
			.filter((name) -> !name.isEmpty())
			.map(Trait::valueOf)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
	}

}
