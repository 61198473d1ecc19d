package org.pingyi.base.audit;

import org.junit.jupiter.api.Test;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A decision is on what its reader saw. */
class SeenProposalTests {

	private static final SeenProposal SEEN = SeenProposal.of(7, "delay", "own", 12);

	@Test
	void knowsWhatWasSeenByAllThatWeighs() {
		SeenProposal.of(7, "delay", "own", 12).requireSeen(SEEN);
		refuses(SeenProposal.of(7, "delay", "own", 13));
		refuses(SeenProposal.of(8, "delay", "own", 12));
		refuses(SeenProposal.of(7, "delay"));
	}

	/** Text that moved from one field to the next reads alike, and is not alike. */
	@Test
	void keepsFieldsApart() {
		refuses(SeenProposal.of(7, "delayo", "wn", 12));
		refuses(SeenProposal.of(7, "delay", "own1", 2));
	}

	@Test
	void comesBackFromAPageAsItWentThere() {
		assertThat(SeenProposal.valueOf(SEEN.toString())).isEqualTo(SEEN);
		assertThat(SeenProposal.valueOf("7")).isEqualTo(new SeenProposal(7, ""));
		refuses(SeenProposal.valueOf("7"));
	}

	private static void refuses(SeenProposal other) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> SEEN.requireSeen(other))
			.returns("audit.changed", Refusal::key)
			.returns(HttpStatus.CONFLICT, Refusal::status);
	}

}
