package org.pingyi.intake.ballot.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Ladder;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Validity;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed into a form becomes the code that ballots store, or nothing. */
class BallotFormTests {

	private static final Text NAME = new Text("名称", null);

	private final BallotForm marks = form(new Scale("marks", List.of(), new BigDecimal("100"), null));

	private final BallotForm levels = form(
			new Scale("levels", List.of(new Level(1, NAME, BigDecimal.ONE, false, false, true),
					new Level(5, NAME, null, true, false, false)), BigDecimal.ZERO, null));

	private final BallotForm places = form(new Scale("places", List.of(), BigDecimal.ZERO,
			new Ladder(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO)));

	@Test
	void storesMarksInTenths() {
		assertThat(this.marks.code("87.5")).hasValue(875);
		assertThat(this.marks.code("87")).hasValue(870);
		assertThat(this.marks.code("0")).hasValue(0);
		assertThat(this.marks.code("100.0")).hasValue(1000);
	}

	@Test
	void storesLevelsAndPlacesAsTheyAre() {
		assertThat(this.levels.code("5")).hasValue(5);
		assertThat(this.levels.code("5.0")).hasValue(5);
		assertThat(this.places.code("2")).hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " 87", "87.55", "87.", ".5", "-1", "+1", "1e2", "1000", "100.1", "八十" })
	void takesNoOtherMark(String typed) {
		assertThat(this.marks.code(typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1.5", "2" })
	void takesNoOtherLevel(String typed) {
		assertThat(this.levels.code(typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1.5", "3" })
	void takesNoPlaceBeyondItsUnits(String typed) {
		assertThat(this.places.code(typed)).isEmpty();
	}

	@Test
	void knowsTheUnitsThatItAsksAbout() {
		assertThat(this.marks.unit(7)).map(Participant::code).hasValue("SWJ");
		assertThat(this.marks.unit(9)).isEmpty();
	}

	private static BallotForm form(Scale scale) {
		Channel channel = new Channel("ONLINE", NAME, Door.VOTE, "form", List.of("citizen"), Set.of(), List.of(),
				Validity.ANY, "", List.of());
		return new BallotForm(channel, new Questionnaire("form", NAME, scale.code(), List.of()), scale,
				List.of(unit(7, "SWJ"), unit(8, "GAJ")));
	}

	private static Participant unit(long number, String code) {
		return new Participant(number, code, code, code, "WIN", "窗口", Set.of());
	}

}
