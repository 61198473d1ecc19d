package org.pingyi.intake.vote.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.TestClock;
import org.pingyi.base.message.ImmediateTasks;
import org.pingyi.base.message.PhoneNumber;
import org.pingyi.intake.vote.ProofOfWork;
import org.pingyi.intake.vote.SqlLog;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.intake.vote.phone.CodeOrder;
import org.pingyi.intake.vote.phone.CodeUse;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/**
 * Nobody learns anything about a number by asking for a code: the answer is the same byte
 * for byte, and the same statements run before it, so that its time is the same too.
 */
@NarrowGate
class SameAnswerTests {

	private static final PhoneNumber UNKNOWN = new PhoneNumber("13700000001");

	private static final PhoneNumber KNOWN = new PhoneNumber("13700000002");

	private static final PhoneNumber JUST_SENT = new PhoneNumber("13700000003");

	private static final PhoneNumber OVER_ITS_DAY = new PhoneNumber("13700000004");

	private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final List<PhoneNumber> ALL = List.of(UNKNOWN, KNOWN, JUST_SENT, OVER_ITS_DAY, LI);

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final VoteSamples samples;

	private final ProofOfWork work;

	private final ImmediateTasks tasks;

	private final TestClock clock;

	private int visitors;

	SameAnswerTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples, ProofOfWork work, ImmediateTasks tasks,
			TestClock clock) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.samples = samples;
		this.work = work;
		this.tasks = tasks;
		this.clock = clock;
	}

	@BeforeEach
	void bringNumbersIntoEveryState() {
		this.cycles.opened();
		vote();
		order(KNOWN);
		for (int time = 0; time < 6; time++) {
			order(OVER_ITS_DAY);
			this.clock.advance(Duration.ofMinutes(2));
		}
		order(JUST_SENT);
	}

	@AfterEach
	void runTasks() {
		this.tasks.runAll();
	}

	@Test
	void answersEveryNumberAlikeByteForByte() {
		for (MediaType type : List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)) {
			List<String> answers = new ArrayList<>();
			List<Integer> lengths = new ArrayList<>();
			ALL.forEach((phone) -> {
				MvcTestResult answer = ask(phone, type);
				answers
					.add(ORDER.matcher(Citizen.text(answer).replace(phone.digits(), "N").replace(phone.masked(), "M"))
						.replaceAll("O") + headers(answer.getResponse()));
				lengths.add(answer.getResponse().getContentAsByteArray().length);
			});
			assertThat(answers).hasSize(ALL.size()).containsOnly(answers.getFirst());
			assertThat(lengths).containsOnly(lengths.getFirst());
		}
	}

	@Test
	void doesTheSameForEveryNumberBeforeItAnswers() {
		this.tasks.keepAll();
		int sent = this.samples.messages();
		List<List<String>> statements = ALL.stream().map(this::statements).toList();
		assertThat(statements).hasSize(ALL.size()).containsOnly(statements.getFirst());
		assertThat(statements.getFirst()).anyMatch((sql) -> sql.contains("message_order"));
		assertThat(this.samples.messages()).as("the gateway waits for the answer").isEqualTo(sent);
		this.tasks.runAll();
		assertThat(this.samples.messages()).as("known and unknown get theirs").isEqualTo(sent + 3);
	}

	/** The control: were codes sent before the answer, it would tell numbers apart. */
	@Test
	void wouldDifferIfCodesWereSentBeforeTheAnswer() {
		List<List<String>> statements = ALL.stream().map(this::statements).toList();
		assertThat(statements.get(0)).as("unknown and just sent").isNotEqualTo(statements.get(2));
	}

	private List<String> statements(PhoneNumber phone) {
		String proof = this.samples.solved(this.work.challenge("192.0.2.1"));
		SqlLog.taken();
		ask(phone, proof, MediaType.APPLICATION_JSON);
		return SqlLog.taken();
	}

	private MvcTestResult ask(PhoneNumber phone, MediaType type) {
		return ask(phone, this.samples.solved(this.work.challenge("192.0.2.1")), type);
	}

	private MvcTestResult ask(PhoneNumber phone, String proof, MediaType type) {
		String address = "198.51.100." + ++this.visitors;
		MvcTestResult answer = this.mvc.post()
			.uri("/vote/codes")
			.accept(type)
			.param("phone", phone.digits())
			.param("work", proof)
			.remoteAddress(address)
			.exchange();
		assertThat(answer.getResponse().getStatus()).isLessThan(300);
		return answer;
	}

	/** From the network that asks. */
	private void order(PhoneNumber phone) {
		this.samples.order(CodeOrder.place(CodeUse.VOTE, phone, ""), "198.51.100.0/24");
	}

	private void vote() {
		Citizen li = new Citizen(this.mvc, this.samples);
		MultiValueMap<String, String> form = li.enter();
		form.add("unit", "SWJ");
		Citizen.rate(form, "SWJ", "1");
		assertThat(li.post("/vote/ballots", form)).hasStatusOk();
	}

	private static Map<String, List<String>> headers(MockHttpServletResponse response) {
		Map<String, List<String>> headers = new TreeMap<>();
		response.getHeaderNames().forEach((name) -> headers.put(name, response.getHeaders(name)));
		return headers;
	}

}
