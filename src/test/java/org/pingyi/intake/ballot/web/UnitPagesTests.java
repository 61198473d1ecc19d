package org.pingyi.intake.ballot.web;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.rules.cycle.Participant;

import org.springframework.data.domain.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** A page has as many units in a city of any size. */
class UnitPagesTests {

	@Test
	void showsAsManyUnitsOfAnyCity() {
		assertThat(UnitPages.page(units(30), 0)).hasSize(30);
		assertThat(UnitPages.page(units(1000), 0)).hasSize(UnitPages.SIZE);
		assertThat(UnitPages.page(units(100_000), 7)).hasSize(UnitPages.SIZE);
	}

	@Test
	void leavesNoUnitOut() {
		List<Participant> units = units(250);
		assertThat(IntStream.range(0, 3).boxed().flatMap((page) -> UnitPages.page(units, page).stream()))
			.containsExactlyElementsOf(units);
	}

	@Test
	void isEmptyPastTheEnd() {
		Page<Participant> page = UnitPages.page(units(250), 9);
		assertThat(page).isEmpty();
		assertThat(page.getTotalElements()).isEqualTo(250);
	}

	private static List<Participant> units(int number) {
		return IntStream.range(0, number)
			.mapToObj((unit) -> new Participant(unit, "U" + unit, "第" + unit + "局", "第" + unit + "局", "G", "序列",
					Set.of()))
			.toList();
	}

}
