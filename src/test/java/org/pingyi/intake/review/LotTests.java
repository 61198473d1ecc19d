package org.pingyi.intake.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A lot is chance by its seed alone. */
class LotTests {

	private static final String SEED = "0f".repeat(32);

	private static final InvitationQuota THREE = new InvitationQuota("DEPUTY", "deputy", 3, 0, 12);

	@Test
	void drawsTheSamePeopleWhateverTheOrderOfTheList() {
		List<NewInvitation> shuffled = new ArrayList<>(people());
		Collections.reverse(shuffled);
		assertThat(drawn(people(), SEED)).hasSize(3)
			.isEqualTo(drawn(shuffled, SEED))
			.extracting(NewInvitation::name)
			.containsExactly("代表12", "代表4", "代表6");
		assertThat(new Lot(List.of(THREE), people()).digest()).isEqualTo(new Lot(List.of(THREE), shuffled).digest());
	}

	@Test
	void drawsOthersWithAnotherSeed() {
		assertThat(drawn(people(), "f0".repeat(32))).hasSize(3).isNotEqualTo(drawn(people(), SEED));
	}

	@Test
	void givesEverybodyAChance() {
		long different = IntStream.range(0, 200)
			.mapToObj((number) -> drawn(people(), String.format("%064x", number)))
			.flatMap(List::stream)
			.map(NewInvitation::name)
			.distinct()
			.count();
		assertThat(different).isEqualTo(12);
	}

	@Test
	void leavesOtherClassesAlone() {
		NewInvitation other = new NewInvitation("DEPUTY", "citizen", "李市民", "社区", List.of());
		List<NewInvitation> all = new ArrayList<>(people());
		all.add(other);
		assertThat(drawn(all, SEED)).hasSize(4).contains(other);
	}

	@Test
	void knowsAnotherListByItsDigest() {
		assertThat(new Lot(List.of(THREE), people()).digest())
			.isNotEqualTo(new Lot(List.of(THREE), people().subList(0, 11)).digest())
			.isNotEqualTo(new Lot(List.of(new InvitationQuota("DEPUTY", "deputy", 3, 1, 12)), people()).digest());
	}

	private static List<NewInvitation> drawn(List<NewInvitation> people, String seed) {
		return new Lot(List.of(THREE), people).drawn(seed);
	}

	private static List<NewInvitation> people() {
		return IntStream.rangeClosed(1, 12)
			.mapToObj((number) -> new NewInvitation("DEPUTY", "deputy", "代表" + number, "市人大", List.of()))
			.toList();
	}

}
