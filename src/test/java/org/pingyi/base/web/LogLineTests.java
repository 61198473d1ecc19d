package org.pingyi.base.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.PingyiTest;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that is logged looks like an event of its own, or moves the cursor. */
@PingyiTest
@ExtendWith(OutputCaptureExtension.class)
class LogLineTests {

	private static final Logger log = LoggerFactory.getLogger(LogLineTests.class);

	private static final String FORGED = "2026-11-01T08:00:00.000Z  INFO 1 --- [pingyi] Forged : signed in";

	@Test
	void marksTheLinesThatBelongToAnEvent(CapturedOutput output) {
		for (String end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
			log.warn("No unit {}", "X" + end + FORGED);
		}
		log.warn("Failed", new IllegalStateException("Y\n" + FORGED));
		assertThat(output.getOut().lines().filter((line) -> line.contains("Forged"))).hasSize(6)
			.allMatch((line) -> line.startsWith("  | "));
	}

	@Test
	void keepsControlCharactersOut(CapturedOutput output) {
		log.warn("No unit {}", "X\u001b[2K\b\u0007Y");
		assertThat(output).contains("X?[2K??Y");
	}

	@Test
	void showsWhatIsHonestAsItIs(CapturedOutput output) {
		log.warn("第一行\n\t第二行");
		log.warn("Next");
		assertThat(output.getOut().lines().toList()).anyMatch((line) -> line.endsWith(": 第一行"))
			.contains("  | \t第二行")
			.anyMatch((line) -> line.endsWith(": Next") && !line.startsWith("  | "));
	}

	/** The page of the error has logged it, and a flood of them is a flood of lines. */
	@Test
	void leavesFailedRequestsToTheErrorPage() {
		assertThat(LoggerFactory
			.getLogger("org.apache.catalina.core.ContainerBase.[Tomcat].[localhost].[/].[dispatcherServlet]")
			.isErrorEnabled()).isFalse();
	}

}
