package org.pingyi.outcome.result.disclosure;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import static org.assertj.core.api.Assertions.assertThat;

/** What few people said is not shown to units or the public. */
@PingyiTest
class DisclosureTests {

	private final ResultSamples samples;

	private final Results results;

	private final BallotSamples ballots;

	private final UnitSamples units;

	private final CycleSamples cycles;

	DisclosureTests(ResultSamples samples, Results results, BallotSamples ballots, UnitSamples units,
			CycleSamples cycles) {
		this.samples = samples;
		this.results = results;
		this.ballots = ballots;
		this.units = units;
		this.cycles = cycles;
	}

	@Test
	void withholdsNineWindowFormsButShowsTen() {
		Cycle cycle = this.samples.voted();
		this.ballots.vote(cycle.id(), "WINDOW", this.units.waterBureau().id(), 9, 4);
		this.ballots.vote(cycle.id(), "WINDOW", this.units.policeBureau().id(), 10, 4);
		publish(cycle);
		Card.Row nine = row(this.results.publishedCard(cycle.id(), "SWJ"), "window");
		assertThat(nine.withheld()).isTrue();
		assertThat(nine.line().counts().valid()).isNull();
		assertThat(nine.line().counts().rated()).isNull();
		assertThat(nine.line().arithmetic()).isEmpty();
		Card.Row ten = row(this.results.publishedCard(cycle.id(), "GAJ"), "window");
		assertThat(ten.withheld()).isFalse();
		assertThat(ten.line().counts().valid()).isEqualTo(10);
		assertThat(ten.line().arithmetic()).isNotEmpty();
	}

	@Test
	void withholdsFourReviewersButShowsFive() {
		Cycle cycle = this.cycles.opened();
		this.ballots.vote(cycle.id(), "INSPECTION", this.units.waterBureau().id(), 1, 900);
		this.units.city().forEach((unit) -> this.ballots.vote(cycle.id(), "ONLINE", unit.id(), 12, 2));
		this.ballots.vote(cycle.id(), "LEADER", this.units.waterBureau().id(), 4, 2);
		this.ballots.vote(cycle.id(), "SUPERIOR", this.units.waterBureau().id(), 5, 2);
		publish(cycle);
		Card card = this.results.publishedCard(cycle.id(), "SWJ");
		assertThat(row(card, "leader").withheld()).isTrue();
		assertThat(row(card, "superior").withheld()).isFalse();
		assertThat(row(card, "inspection").withheld()).isFalse();
	}

	@Test
	void showsTheOfficeEveryFigureAndTheUnitAsMuchAsThePublic() {
		Cycle cycle = this.samples.voted();
		this.ballots.vote(cycle.id(), "WINDOW", this.units.waterBureau().id(), 9, 4);
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		Card office = As.office(() -> this.results.draftCard(cycle.id(), "SWJ"));
		assertThat(row(office, "window").line().counts().valid()).isEqualTo(9);
		Card own = As.as("liaison.swj", () -> this.results.ownCard(cycle.id()), "ROLE_LIAISON", "UNIT_SWJ");
		assertThat(row(own, "window").withheld()).isTrue();
		assertThat(own.sum()).isEqualByComparingTo(office.sum());
	}

	private void publish(Cycle cycle) {
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		this.samples.publish(closed);
	}

	private static Card.Row row(Card card, String node) {
		return card.rows().stream().filter((row) -> row.line().node().equals(node)).findFirst().orElseThrow();
	}

}
