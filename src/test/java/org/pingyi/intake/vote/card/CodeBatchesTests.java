package org.pingyi.intake.vote.card;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Codes on paper: made once, good for one right, taken back while unused. */
@PingyiTest
class CodeBatchesTests {

	private final CodeBatches batches;

	private final PrintedCodes printed;

	private final VoteSamples samples;

	private final CycleSamples cycles;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	CodeBatchesTests(CodeBatches batches, PrintedCodes printed, VoteSamples samples, CycleSamples cycles,
			JdbcTemplate jdbc) {
		this.batches = batches;
		this.printed = printed;
		this.samples = samples;
		this.cycles = cycles;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void givesEachCodeOneRightHoweverOftenItIsTyped() {
		List<String> codes = this.samples.printed(this.cycle.id(), 3).codes();
		String right = this.printed.use(codes.getFirst(), this.cycle.id());
		assertThat(right).matches("code:[0-9a-f]{64}");
		assertThat(this.printed.use(codes.getFirst().toLowerCase(java.util.Locale.ROOT), this.cycle.id()))
			.isEqualTo(right);
		assertThat(this.printed.use(codes.getLast(), this.cycle.id())).isNotEqualTo(right);
		assertThat(batch()).extracting(CodeBatch::issued, CodeBatch::used, CodeBatch::open).containsExactly(3, 2, 1);
	}

	@Test
	void storesNoCode() {
		String code = this.samples.printed(this.cycle.id(), 1).codes().getFirst();
		List<String> rows = this.jdbc.queryForList("select p::text || b::text from vote_printed p, vote_batch b",
				String.class);
		assertThat(rows).singleElement().asString().doesNotContain(code, code.replace("-", ""));
	}

	@Test
	void takesBackOnlyWhatNobodyHasUsed() {
		IssuedBatch issued = this.samples.printed(this.cycle.id(), 2);
		String right = this.printed.use(issued.codes().getFirst(), this.cycle.id());
		withdraw(issued);
		assertThat(this.printed.use(issued.codes().getFirst(), this.cycle.id())).isEqualTo(right);
		assertRefused(issued.codes().getLast(), "vote.ticket.withdrawn");
		assertThat(batch().withdrawn()).isTrue();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> withdraw(issued))
			.matches((refusal) -> refusal.key().equals("vote.batch.settled"));
	}

	@Test
	void tellsASlipFromACodeThatIsNone() {
		assertRefused("ABCD-EFGH", "vote.ticket.mistyped");
		assertRefused(PrintedCode.random().grouped(), "vote.ticket.unknown");
	}

	@Test
	void isGoodForItsOwnYearOnly() {
		String code = this.samples.printed(this.cycle.id(), 1).codes().getFirst();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.printed.use(code, this.cycle.id() + 1))
			.matches((refusal) -> refusal.key().equals("vote.ticket.otherYear"));
	}

	@Test
	void isMadeOnlyBeforeTheClose() {
		this.cycles.close(this.cycle);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.samples.printed(this.cycle.id(), 1))
			.matches((refusal) -> refusal.key().equals("vote.batch.notNow"));
	}

	@Test
	void makesFiveThousandAtOnceAndNoMore() {
		assertThat(this.samples.printed(this.cycle.id(), 5000).codes()).doesNotHaveDuplicates().hasSize(5000);
		for (int count : new int[] { 0, -1, 5001 }) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.samples.printed(this.cycle.id(), count))
				.matches((refusal) -> refusal.key().equals("vote.batch.count"));
		}
	}

	@Test
	void knowsTheRaterClassOfABatch() {
		String raterClass = As.office(() -> this.batches.raterClasses(this.cycle.id())).getFirst();
		NewBatch forOne = new NewBatch("企业座谈会", "", raterClass, 1);
		String code = As.office(() -> this.batches.make(this.cycle.id(), forOne)).codes().getFirst();
		assertThat(this.printed.raterClass(this.printed.use(code, this.cycle.id()))).contains(raterClass);
		String other = this.samples.printed(this.cycle.id(), 1).codes().getFirst();
		assertThat(this.printed.raterClass(this.printed.use(other, this.cycle.id()))).isEmpty();
		assertThat(this.printed.raterClass("phone:1")).isEmpty();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> As.office(() -> this.batches.make(this.cycle.id(), new NewBatch("会议", "", "nobody", 1))))
			.matches((refusal) -> refusal.key().equals("vote.batch.noClass"));
	}

	@Test
	void givesBackOnlyCodesOfTheBatch() {
		IssuedBatch issued = this.samples.printed(this.cycle.id(), 2);
		String foreign = this.samples.printed(this.cycle.id(), 1).codes().getFirst();
		List<String> asked = List.of(issued.codes().getLast(), foreign, "nonsense", PrintedCode.random().grouped());
		assertThat(As.office(() -> this.batches.issued(issued.batch().id(), asked)).codes())
			.containsExactly(issued.codes().getLast());
	}

	@Test
	void leavesMakingAndTakingBackInTheTrail() {
		withdraw(this.samples.printed(this.cycle.id(), 2));
		assertThat(this.jdbc.queryForList("select act from audit_entry where subject = 'batch:1' order by id",
				String.class))
			.containsExactly("vote.batchMade", "vote.batchWithdrawn");
	}

	@Test
	void isForTheOfficeAlone() {
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> As.as("admin",
				() -> this.batches.make(this.cycle.id(), new NewBatch("x", "", "", 1)), "ROLE_SYSTEM_ADMIN"));
	}

	private void withdraw(IssuedBatch issued) {
		As.office(() -> {
			this.batches.withdraw(issued.batch().id());
			return issued;
		});
	}

	private CodeBatch batch() {
		return As.office(() -> this.batches.byId(1));
	}

	private void assertRefused(String typed, String key) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.printed.use(typed, this.cycle.id()))
			.matches((refusal) -> refusal.key().equals(key), key);
	}

}
