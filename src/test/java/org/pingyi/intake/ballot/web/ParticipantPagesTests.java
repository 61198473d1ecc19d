package org.pingyi.intake.ballot.web;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.rules.cycle.Participant;

import org.springframework.data.domain.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** A page has as many units in a city of any size. */
class ParticipantPagesTests {

	@Test
	void showsAsManyUnitsOfAnyCity() {
		assertThat(ParticipantPages.page(units(30), 0)).hasSize(30);
		assertThat(ParticipantPages.page(units(1000), 0)).hasSize(ParticipantPages.SIZE);
		assertThat(ParticipantPages.page(units(100_000), 7)).hasSize(ParticipantPages.SIZE);
	}

	@Test
	void leavesNoUnitOut() {
		List<Participant> units = units(250);
		assertThat(IntStream.range(0, 3).boxed().flatMap((page) -> ParticipantPages.page(units, page).stream()))
			.containsExactlyElementsOf(units);
	}

	@Test
	void isEmptyPastTheEnd() {
		Page<Participant> page = ParticipantPages.page(units(250), 9);
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
