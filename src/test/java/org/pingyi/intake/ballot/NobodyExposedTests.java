package org.pingyi.intake.ballot;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing in the tables leads from a right to its answers. */
@PingyiTest
class NobodyExposedTests {

	private static final String COLUMNS = """
			select column_name from information_schema.columns where table_name = ? order by 1""";

	private static final List<String> ANSWERS = List.of("ballot_waiting", "ballot_waiting_opinion", "ballot_altered",
			"ballot_sealed", "ballot_tally", "ballot_receipt", "ballot_opinion");

	private final JdbcTemplate jdbc;

	private final Ballots ballots;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	NobodyExposedTests(JdbcTemplate jdbc, Ballots ballots, BallotSamples samples, CycleSamples cycles,
			UnitSamples units) {
		this.jdbc = jdbc;
		this.ballots = ballots;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
	}

	@Test
	void sharesNoColumnButTheCycleBetweenRightsAndAnswers() {
		List<String> right = columns("ballot_right");
		assertThat(right).contains("cycle_id");
		assertThat(ANSWERS).allSatisfy((table) -> {
			assertThat(columns(table)).isNotEmpty();
			assertThat(columns(table).stream().filter(right::contains)).containsExactly("cycle_id");
		});
	}

	/** But of recounts, which the office starts once nobody rates any more. */
	@Test
	void keepsNoTimeAndNoSequenceInTheStore() {
		List<String> telling = this.jdbc.queryForList(
				"""
						select table_name || '.' || column_name from information_schema.columns
						where table_name like 'ballot\\_%' and table_name <> 'ballot_recount'
							and (data_type like '%time%' or data_type = 'date' or is_identity = 'YES' or column_default like '%nextval%')""",
				String.class);
		assertThat(telling).isEmpty();
	}

	@Test
	void showsOnePersonsRightsOnSeveralUnitsAsUnrelated() {
		long cycle = this.cycles.opened().id();
		this.ballots.submitAll(
				List.of(this.samples.submission(cycle, "ONLINE", this.units.waterBureau().id(), "phone:13800001111", 1),
						this.samples.submission(cycle, "ONLINE", this.units.taxOffice().id(), "phone:13800001111", 1)));
		List<String> dump = this.jdbc.queryForList("select r::text from ballot_right r", String.class);
		assertThat(dump).hasSize(2).doesNotHaveDuplicates().noneMatch((row) -> row.contains("13800001111"));
		assertThat(this.jdbc.queryForList("select count(distinct right_hash) from ballot_right", Long.class))
			.containsExactly(2L);
	}

	private List<String> columns(String table) {
		return this.jdbc.queryForList(COLUMNS, String.class, table);
	}

}
