package org.pingyi.rules.cycle;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Units acknowledge, once, what they will be checked for. */
@PingyiTest
class AnnouncementsTests {

	private final Announcements announcements;

	private final CycleSamples samples;

	AnnouncementsTests(Announcements announcements, CycleSamples samples) {
		this.announcements = announcements;
		this.samples = samples;
	}

	@Test
	void notesAnAcknowledgementOnce() {
		Cycle cycle = this.samples.announced();
		acknowledge(cycle);
		acknowledge(cycle);
		assertThat(this.announcements.of(cycle.id())).singleElement()
			.satisfies((word) -> assertThat(word.by()).isEqualTo("swj"));
	}

	@Test
	void refusesToAcknowledgeADraft() {
		Cycle cycle = this.samples.drafted();
		assertThatThrownBy(() -> acknowledge(cycle)).hasMessage("cycle.notTakingPart");
	}

	private void acknowledge(Cycle cycle) {
		As.as("swj", () -> {
			this.announcements.acknowledge(cycle.id());
			return null;
		}, "ROLE_LIAISON", "UNIT_SWJ");
	}

}
