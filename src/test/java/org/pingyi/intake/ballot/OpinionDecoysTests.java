package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.SameBoxKey;

import static org.assertj.core.api.Assertions.assertThat;

/** How many opinions and decoys go with a group says nothing of anybody in it. */
class OpinionDecoysTests {

	private static final int MANY = 2000;

	private final Pseudonyms pseudonyms = new Pseudonyms("a secret for tests, long enough to be one",
			CipherSuite.INTERNATIONAL);

	private final ReceiptHashes receipts = new ReceiptHashes(CipherSuite.INTERNATIONAL, this.pseudonyms);

	private final EncryptedBallots encryption = new EncryptedBallots(new SameBoxKey());

	private final OpinionDecoys decoys = new OpinionDecoys(new Random(1));

	@Test
	void givesAFewABoxEach() {
		for (int people = 1; people <= 4; people++) {
			for (int wrote = 0; wrote <= people; wrote++) {
				assertThat(this.decoys.amid(group(people, wrote))).hasSize(people);
			}
		}
	}

	@Test
	void givesEachBallotOfOnePersonABox() {
		List<SignedBallot> person = IntStream.range(0, 12)
			.mapToObj((unit) -> ballot("phone:one", unit, (unit < 7) ? "窗口排队太久" : ""))
			.toList();
		assertThat(this.decoys.amid(person)).hasSize(12);
		assertThat(this.decoys.amid(Stream.concat(person.stream(), group(3, 0).stream()).toList()).size()).isIn(12, 15);
	}

	@Test
	void keepsEveryOpinionUnderItsRight() {
		List<SignedBallot> group = group(40, 6);
		assertThat(this.decoys.amid(group).stream().filter((entry) -> !entry.opinion().isNone()))
			.extracting(OpinionDecoys.Entry::right)
			.containsExactlyElementsOf(group.subList(0, 6).stream().map((ballot) -> ballot.right().array()).toList());
		assertThat(this.decoys.amid(group).stream().filter((entry) -> entry.opinion().isNone()))
			.allMatch((entry) -> entry.right() == null);
	}

	/** Whether nobody wrote or every fifth did: the same numbers, as often. */
	@Test
	void countsAlikeWhateverUpToAFifthWrote() {
		assertThat(sizes(40, 0)).containsOnlyKeys(8, 40);
		assertThat(sizes(40, 8)).containsOnlyKeys(8, 40);
		assertThat(sizes(40, 0).get(40)).isBetween(MANY / 32L, MANY / 8L);
		assertThat(sizes(40, 8).get(40)).isBetween(MANY / 32L, MANY / 8L);
	}

	/** The positive control: more than that is seen, of the group and of nobody in it. */
	@Test
	void fillsAGroupInWhichMoreWrote() {
		assertThat(sizes(40, 9)).containsOnlyKeys(40);
	}

	private Map<Integer, Long> sizes(int people, int wrote) {
		List<SignedBallot> group = group(people, wrote);
		return IntStream.range(0, MANY)
			.map((time) -> this.decoys.amid(group).size())
			.boxed()
			.collect(Collectors.groupingBy((size) -> size, Collectors.counting()));
	}

	/** One ballot of each person, of whom the first wrote. */
	private List<SignedBallot> group(int people, int wrote) {
		List<SignedBallot> group = new ArrayList<>();
		for (int person = 0; person < people; person++) {
			group.add(ballot("phone:" + person, 1, (person < wrote) ? "意见" + person : ""));
		}
		return group;
	}

	private SignedBallot ballot(String right, long unit, String opinion) {
		Submission form = new Submission(1, "ONLINE", unit, "citizen", right, "a key of a test", Map.of("o1", 1),
				opinion, true);
		return SignedBallot.of(form, PackedAnswers.of(List.of(1)), this.pseudonyms.hash(), this.receipts,
				this.encryption);
	}

}
