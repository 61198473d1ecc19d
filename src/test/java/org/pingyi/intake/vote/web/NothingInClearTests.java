package org.pingyi.intake.vote.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of every table is read as text after a citizen voted and another came with a
 * printed code: it holds neither number nor address, neither code nor key nor receipt.
 * Only the development gateway, which keeps messages instead of sending them, holds the
 * number and the code.
 */
@PingyiTest
class NothingInClearTests {

	private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9A-Z-]{24})\"");

	private static final String ADDRESS = "203.0.113.77";

	private final Citizen citizen;

	private final MockMvcTester mvc;

	private final VoteSamples messages;

	private final BallotSamples ballots;

	private final CycleSamples cycles;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	/** What was planted, by its name. */
	private final Map<String, String> planted = new TreeMap<>();

	NothingInClearTests(MockMvcTester mvc, VoteSamples messages, BallotSamples ballots, CycleSamples cycles,
			Superuser superuser) {
		this.mvc = mvc;
		this.citizen = new Citizen(mvc, messages);
		this.messages = messages;
		this.ballots = ballots;
		this.cycles = cycles;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void vote() throws Exception {
		this.cycle = this.cycles.opened();
		MultiValueMap<String, String> form = this.citizen.enter();
		form.set("unit", "SWJ");
		Citizen.rate(form, "SWJ", "2");
		String answer = Citizen.text(this.mvc.post()
			.uri("/vote/receipts")
			.header("X-Forwarded-For", ADDRESS)
			.with((request) -> from(request))
			.params(form)
			.exchange());
		List<String> receipts = CODE.matcher(answer).results().map((code) -> code.group(1)).toList();
		assertThat(receipts).hasSize(1);
		this.planted.put("number", VoteSamples.LI.digits());
		this.planted.put("code", this.messages.codeOf(VoteSamples.LI));
		this.planted.put("key", String.valueOf(form.getFirst("key")));
		this.planted.put("receipt", receipts.getFirst());
		this.planted.put("plain receipt", receipts.getFirst().replace("-", ""));
		this.planted.put("address", ADDRESS);
		plantPrinted(this.messages.printed(this.cycle.id(), 1).codes().getFirst());
	}

	/**
	 * A printed code that somebody has come with, as it stands on the sheet and plain.
	 */
	private void plantPrinted(String code) {
		assertThat(this.citizen.post("/vote/passes", Citizen.fields("ticket", code))).hasStatusOk();
		this.planted.put("printed code", code);
		this.planted.put("plain printed code", code.replace("-", ""));
	}

	private static MockHttpServletRequest from(MockHttpServletRequest request) {
		request.setRemoteAddr(ADDRESS);
		return request;
	}

	@Test
	void keepsNothingInClearWhileABallotWaitsNorOnceItIsSealed() {
		assertThat(found()).containsOnly("code in message_sms", "number in message_sms");
		this.ballots.seal(this.cycle.id());
		assertThat(found()).containsOnly("code in message_sms", "number in message_sms");
	}

	/** The positive control: what stands in a row is found, as text and as bytes. */
	@Test
	void findsWhatStandsInARow() {
		this.jdbc.update("update ballot_right set submission_mac = ?",
				this.planted.get("number").getBytes(StandardCharsets.UTF_8));
		this.jdbc.update("update vote_printed set code_mac = ?", this.planted.get("plain printed code"));
		this.jdbc.update("insert into vote_code (order_mac, code_mac, sent_at) values (?, ?, now())",
				this.planted.get("address"), this.planted.get("receipt"));
		assertThat(found()).contains("number in ballot_right", "address in vote_code", "receipt in vote_code",
				"plain printed code in vote_printed");
	}

	private List<String> found() {
		TreeSet<String> found = new TreeSet<>();
		for (String table : this.jdbc.queryForList(
				"select quote_ident(table_name) from information_schema.tables where table_schema = 'public'",
				String.class)) {
			for (String row : this.jdbc.queryForList("select t::text from " + table + " t", String.class)) {
				this.planted.forEach((name, value) -> {
					// Six digits stand in many a hash by chance: only a word of its own
					// counts.
					if (row.matches("(?s)(.*\\W)?" + value + "(\\W.*)?") || row.contains(hex(value))) {
						found.add(name + " in " + table);
					}
				});
			}
		}
		return new ArrayList<>(found);
	}

	private static String hex(String value) {
		return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
	}

}
