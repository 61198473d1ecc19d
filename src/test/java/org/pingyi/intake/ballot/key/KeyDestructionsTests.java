package org.pingyi.intake.ballot.key;

import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Two persons destroy what could lead from a phone number to the units it rated. */
@PingyiTest
class KeyDestructionsTests {

	private static final String PHONE = "phone:13912345678";

	private static final String PAGE = "/desk/cycles/2026/key";

	private final KeyDestructions destructions;

	private final RightKeys rights;

	private final Pseudonyms pseudonyms;

	private final Ballots ballots;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final Cycles years;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final MockMvcTester mvc;

	private final Superuser superuser;

	private final MessageSource messages;

	private long cycle;

	KeyDestructionsTests(KeyDestructions destructions, RightKeys rights, Pseudonyms pseudonyms, Ballots ballots,
			BallotSamples samples, CycleSamples cycles, Cycles years, UnitSamples units, JdbcTemplate jdbc,
			MockMvcTester mvc, Superuser superuser, MessageSource messages) {
		this.messages = messages;
		this.destructions = destructions;
		this.rights = rights;
		this.pseudonyms = pseudonyms;
		this.ballots = ballots;
		this.samples = samples;
		this.cycles = cycles;
		this.years = years;
		this.units = units;
		this.jdbc = jdbc;
		this.mvc = mvc;
		this.superuser = superuser;
	}

	@BeforeEach
	void vote() {
		this.cycle = this.cycles.opened().id();
		this.ballots.submit(this.samples.submission(this.cycle, "ONLINE", this.units.waterBureau().id(), PHONE, 2));
	}

	private void publish() {
		this.cycles.close(this.years.byId(this.cycle));
		for (LongConsumer step : List.<LongConsumer>of(this.years::markCounted, this.years::markNoticed,
				this.years::markPublished)) {
			office(step);
		}
	}

	private void office(LongConsumer act) {
		As.office(() -> {
			act.accept(this.cycle);
			return "";
		});
	}

	private void secondOffice(LongConsumer act) {
		As.secondOffice(() -> {
			act.accept(this.cycle);
			return "";
		});
	}

	/** The newest proposal, as whoever looks at the page now sees it. */
	private SeenProposal newest() {
		return As.office(() -> this.destructions.of(this.cycle))
			.stream()
			.map(KeyDestruction::seen)
			.findFirst()
			.orElse(SeenProposal.of(0));
	}

	private void approve(long cycle) {
		this.destructions.approve(cycle, newest());
	}

	private void reject(long cycle) {
		this.destructions.reject(cycle, newest());
	}

	private void propose(long cycle) {
		this.destructions.propose(cycle, "申诉已全部办结");
	}

	private static void refuses(String key, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(key, Refusal::key);
	}

	/**
	 * The attack: who holds keys, secret and database looks a number up, unit by unit.
	 */
	private boolean finds(String right) {
		return Stream.concat(this.rights.of(this.cycle).stream(), Stream.of(this.pseudonyms.hash()))
			.map((hash) -> hash.mac("ballot.right", String.valueOf(this.cycle), "ONLINE",
					String.valueOf(this.units.waterBureau().id()), right))
			.anyMatch(this::isStored);
	}

	private boolean isStored(byte[] right) {
		return this.jdbc.queryForObject("select exists (select from ballot_right where right_hash = ?)", Boolean.class,
				(Object) right);
	}

	@Test
	void leadsFromNoPhoneToItsUnitsOnceTwoPersonsDestroyedTheKey() {
		assertThat(finds(PHONE)).as("while the key is there").isTrue();
		publish();
		office(this::propose);
		secondOffice(this::approve);
		assertThat(this.destructions.state(year())).isEqualTo(KeyState.DESTROYED);
		assertThat(finds(PHONE)).isFalse();
		assertThat(this.ballots.counters(this.cycle).ballots()).isEqualTo(1);
		refuses("ballot.key.none", () -> office(this::propose));
		refuses("ballot.key.none", () -> secondOffice(this::approve));
	}

	@Test
	void keepsTheKeyUntilTheResultsArePublished() {
		refuses("ballot.key.needed", () -> office(this::propose));
		this.cycles.close(year());
		refuses("ballot.key.needed", () -> office(this::propose));
		assertThat(get()).bodyText().contains("结果公布之前还需要身份密钥");
	}

	@Test
	void asksForASecondPerson() {
		publish();
		office(this::propose);
		refuses("ballot.key.own", () -> office(this::approve));
		refuses("ballot.key.own", () -> office(this::reject));
		refuses("ballot.key.twice", () -> secondOffice(this::propose));
		assertThat(this.rights.isErased(this.cycle)).isFalse();
	}

	@Test
	void keepsWhatWasRejectedAndTakesAnotherProposal() {
		publish();
		refuses("ballot.key.decided", () -> secondOffice(this::reject));
		office(this::propose);
		secondOffice(this::reject);
		refuses("ballot.key.decided", () -> secondOffice(this::approve));
		assertThat(this.rights.isErased(this.cycle)).isFalse();
		office(this::propose);
		assertThat(As.office(() -> this.destructions.of(this.cycle))).hasSize(2);
	}

	/** A page that was opened before shows another proposal, with other reasons. */
	@Test
	void decidesOnlyTheProposalThatWasRead() {
		publish();
		office(this::propose);
		SeenProposal read = newest();
		secondOffice(this::reject);
		office(this::propose);
		refuses("ballot.key.decided", () -> secondOffice((cycle) -> this.destructions.approve(cycle, read)));
		refuses("ballot.key.decided", () -> secondOffice((cycle) -> this.destructions.reject(cycle, read)));
		assertThat(this.rights.isErased(this.cycle)).isFalse();
		secondOffice(this::approve);
		assertThat(this.rights.isErased(this.cycle)).isTrue();
	}

	/** The reason that its reader sees is another one by the time of the decision. */
	@Test
	void decidesNoProposalThatWasAlteredSinceItWasRead() {
		publish();
		office(this::propose);
		SeenProposal read = newest();
		this.superuser.jdbc().execute("""
				set session_replication_role = replica;
				update audit_decision set remark = '没有申诉' where subject like 'key:%';
				set session_replication_role = origin""");
		refuses("audit.changed", () -> secondOffice((cycle) -> this.destructions.approve(cycle, read)));
		assertThat(this.rights.isErased(this.cycle)).isFalse();
		secondOffice(this::approve);
		assertThat(this.rights.isErased(this.cycle)).as("by whoever reads it again").isTrue();
	}

	@Test
	void saysThatItIsProposedAlready() {
		publish();
		post("", "office1", "申诉已办结");
		assertThat(post("", "office1", "现在再提一次")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
			.bodyText()
			.contains("已经有人提议销毁");
	}

	@Test
	void showsTheOfficeWhatItCanDoAndWhatWasDone() {
		publish();
		assertThat(get("/desk", "office1")).bodyText().contains(PAGE);
		assertThat(post("", "office1", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		assertThat(post("", "office1", "因".repeat(501))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
			.bodyText()
			.contains("因".repeat(501));
		assertThat(post("", "office1", "申诉已办结")).hasRedirectedUrl(PAGE);
		assertThat(get()).bodyText().contains("申诉已办结").doesNotContain(PAGE + "/approval");
		assertThat(get("/desk", "office2")).bodyText().contains("等您决定", PAGE);
		assertThat(get("/desk", "office1")).as("who waits for the other").bodyText().doesNotContain(PAGE);
		assertThat(get(PAGE + "?lang=en", "office2")).bodyText().contains(PAGE + "/approval").doesNotContain("??");
		assertThat(post("/approval?proposal=" + newest(), "office2", "")).hasRedirectedUrl(PAGE);
		assertThat(get()).bodyText().contains("已销毁").doesNotContain("name=\"reason\"");
		assertThat(get("/desk", "office1")).bodyText().doesNotContain(PAGE);
	}

	/** What a stale page is refused stands where it was asked, with what was typed. */
	@Test
	void showsARefusalBesideItsForm() {
		publish();
		post("", "office1", "申诉已办结");
		assertThat(post("", "office2", "两次申诉都已办结")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
			.bodyText()
			.contains("两次申诉都已办结")
			.matches("(?s).*<form[^>]*/key\"[^>]*>.*" + said("ballot.key.twice") + ".*</form>.*申诉已办结.*");
		SeenProposal proposal = newest();
		assertThat(post("/rejection?proposal=" + proposal, "office2", "")).hasRedirectedUrl(PAGE);
		for (String late : List.of("/approval?proposal=" + proposal, "/rejection?proposal=" + proposal,
				"/withdrawal?proposal=" + proposal.id())) {
			assertThat(post(late, late.startsWith("/withdrawal") ? "office1" : "office2", ""))
				.hasStatus(HttpStatus.CONFLICT)
				.bodyText()
				.matches("(?s).*<article.*role=\"alert\".*申诉已办结.*</article>.*");
		}
		post("", "office1", "申诉确已办结");
		post("/approval?proposal=" + newest(), "office2", "");
		assertThat(post("", "office2", "还想提议一次")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
			.bodyText()
			.contains("还想提议一次", said("ballot.key.none"));
	}

	private String said(String key) {
		return this.messages.getMessage(key, null, Locale.CHINESE);
	}

	private Cycle year() {
		return this.years.byId(this.cycle);
	}

	private MvcTestResult get() {
		return get(PAGE, "office1");
	}

	private MvcTestResult get(String path, String who) {
		return this.mvc.get().uri(path).with(user(who).roles("OFFICE")).exchange();
	}

	private MvcTestResult post(String path, String who, String reason) {
		return this.mvc.post()
			.uri(PAGE + path)
			.param("reason", reason)
			.with(user(who).roles("OFFICE"))
			.with(csrf())
			.exchange();
	}

}
