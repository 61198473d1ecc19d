package org.pingyi.outcome.result.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.pingyi.rules.scoring.Counts;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Text;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run keeps comes back to the last digit. */
class RunJsonTests {

	private static final BigDecimal LONG = new BigDecimal("88.3333333333333333333333333333333333");

	private final RunJson json = new RunJson();

	@Test
	void readsInputsBackAsTheyWere() {
		Inputs inputs = new Inputs(List.of(new Inputs.Subject("SWJ", "WIN", new TreeSet<>(Set.of("WINDOW", "AWARDS")))),
				List.of(new Inputs.Tally("SWJ", "ONLINE", "citizen", 3, 1, 5, 9_000_000_000L)),
				List.of(new Inputs.Issued("SWJ", "LEADER", "leader", 12)),
				List.of(new Inputs.Event("SWJ", "嘉奖 \"2026-3\"", "city", "", "", 0)),
				List.of(new Inputs.Figure("SWJ", "gdp", LONG)), List.of(new Inputs.Memory("SWJ", "yellow", 1)));
		assertThat(this.json.read(this.json.write(inputs), Inputs.class)).isEqualTo(inputs);
	}

	@Test
	void readsWhatTheFirstRunsKept() throws IOException {
		Inputs inputs = this.json.read(stored("first-inputs"), Inputs.class);
		assertThat(inputs.memories()).isEmpty();
		assertThat(inputs.events()).singleElement().isEqualTo(new Inputs.Event("SWJ", "嘉奖〔2025〕3号", "city", "", "", 0));
		Scorecard card = this.json.read(stored("first-outcome"), Outcome.class).scorecards().getFirst();
		assertThat(card.marks()).isEmpty();
		assertThat(card.total().event()).isEmpty();
		assertThat(card.total().counts()).isEqualTo(Counts.NONE);
		assertThat(card.apart()).isFalse();
		assertThat(card.rank()).isNull();
		assertThat(card.total().counts().issued()).isNull();
		assertThat(card.total().weight()).isNull();
		assertThat(card.score()).hasToString("90.50");
	}

	@Test
	void keepsTheIdsOfEventsWhereTheyAreKnown() {
		Inputs.Event event = new Inputs.Event("SWJ", "投诉 7", "complaint", "own", "", 0, "7");
		assertThat(this.json.write(event)).endsWith("\"quantity\":0,\"id\":\"7\"}");
		assertThat(this.json.read(this.json.write(event), Inputs.Event.class)).isEqualTo(event);
		assertThat(this.json.write(new Inputs.Event("SWJ", "投诉 7", "complaint", "own", "", 0)))
			.endsWith("\"quantity\":0}");
	}

	@Test
	void writesLinesAsTheFirstRunsDid() {
		Line leaf = new Line("vote", "", new Text("网评", null), "", "ballotPoints", Line.State.COUNTED, null,
				new Counts(null, 12L, 30L), LONG, null, LONG, "", List.of());
		assertThat(this.json.write(leaf)).isEqualTo(("{'node':'vote','name':{'zh':'网评','en':null},'clause':'',"
				+ "'rule':'ballotPoints','state':'COUNTED','missing':null,'issued':null,'valid':12,'rated':30,'value':%s,"
				+ "'weight':null,'points':%s,'arithmetic':'','parts':[]}")
			.formatted(LONG, LONG)
			.replace('\'', '"'));
		Line line = new Line("complaint", "7", new Text("投诉", null), "", "event", Line.State.COUNTED, null, Counts.NONE,
				LONG, null, LONG, "", List.of(leaf));
		assertThat(this.json.write(line)).startsWith("{\"node\":\"complaint\",\"event\":\"7\",\"name\"");
		assertThat(this.json.read(this.json.write(line), Line.class)).isEqualTo(line);
	}

	private static String stored(String name) throws IOException {
		return new ClassPathResource("result/" + name + ".json").getContentAsString(StandardCharsets.UTF_8);
	}

	@Test
	void keepsEveryDigitAndEveryTrailingZero() {
		for (BigDecimal value : List.of(LONG, new BigDecimal("90.00"), new BigDecimal("0.1000"),
				new BigDecimal("-0.0000001"), new BigDecimal("0.000000000000000000001"))) {
			Outcome outcome = new Outcome(List.of(), List.of(new Outcome.Mean("WIN", "total", value)));
			String text = this.json.write(outcome);
			assertThat(text).contains(value.toPlainString());
			assertThat(this.json.read(text, Outcome.class)).isEqualTo(outcome);
		}
	}

	@Test
	void digestsEachByte() {
		assertThat(RunJson.digest("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(RunJson.digest("{\"a\":1.0}")).isNotEqualTo(RunJson.digest("{\"a\":1.00}"));
	}

}
