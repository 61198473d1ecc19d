package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.rules.cycle.Cycle;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of a year that is closed and not counted: what of them was checked. */
@PingyiTest
class UncountedYearTests {

	private final VerifiedYear year;

	@TempDir
	private Path folder;

	UncountedYearTests(VerifiedYear year) {
		this.year = year;
	}

	@Test
	void saysThatTheYearIsNotCountedAndWhatWasChecked() {
		Path files = this.year.auditFiles(this.year.closed(), this.folder);
		Report report = VerifiedYear.verify(files, List.of(), EnumSet.allOf(Check.class));
		assertThat(report.findings()).isEmpty();
		assertThat(report.counted()).isFalse();
		assertThat(EnumSet.allOf(Check.class)).filteredOn((check) -> "verify.run.none".equals(report.reason(check)))
			.containsExactly(Check.RUNS, Check.INPUTS, Check.RESCORED, Check.SCORES);
		assertThat(report.reason(Check.PUBLICATION)).isEqualTo("verify.publication.notYet");
		assertThat(report.wasDone(Check.BALLOTS)).isTrue();
		for (Check check : EnumSet.of(Check.RUNS, Check.INPUTS, Check.RESCORED, Check.SCORES, Check.PUBLICATION)) {
			assertThat(report.wasDone(check)).as(check.name()).isFalse();
		}
		assertThat(printed(files)).contains("has not been counted yet");
	}

	/** The control: a counted year is said to be nothing else. */
	@Test
	void saysNothingOfTheKindOfACountedYear() {
		Cycle cycle = this.year.countedAfter(() -> {
		});
		Path files = this.year.auditFiles(cycle, this.folder);
		assertThat(VerifiedYear.verify(files, List.of(), EnumSet.allOf(Check.class)).counted()).isTrue();
		assertThat(printed(files)).doesNotContain("has not been counted yet").contains("has not been published yet");
	}

	private static String printed(Path files) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(Command.run(List.of(files.toString(), "--lang", "en"),
				new PrintStream(out, true, StandardCharsets.UTF_8)))
			.isEqualTo(Command.CLEAN);
		return out.toString(StandardCharsets.UTF_8);
	}

}
