package org.pingyi;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The application itself checks its settings, before it makes anything. */
class StartRefusalTests {

	@Test
	void startsNothingAndNamesAllThatIsMissingAtOnce() {
		FailureAnalysis said = said(catchThrowable(() -> application().run("--pingyi.sms=development",
				"--pingyi.secret=a-secret-of-the-tests-that-is-long-enough")));
		assertThat(said.getDescription()).contains("SPRING_DATASOURCE_URL is missing.",
				"SPRING_FLYWAY_USER is missing.", "PINGYI_SECRET is missing, short or easy to guess.",
				"PINGYI_KEYS is missing.", "PINGYI_ADDRESS is missing.", "PINGYI_SMS is development");
		assertThat(said.getAction()).contains("openssl rand -base64 48", "Set PINGYI_SMS to http");
		assertThat(said.getDescription() + said.getAction()).doesNotContain("a-secret-of-the-tests");
	}

	/** It leaves the log of the other tests as it is. */
	private static SpringApplication application() {
		SpringApplication application = PingyiApplication.application();
		application.setListeners(application.getListeners()
			.stream()
			.filter((listener) -> !(listener instanceof LoggingApplicationListener))
			.toList());
		return application;
	}

	/** What stands in the log instead of a stack trace. */
	private static FailureAnalysis said(Throwable refused) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {
			}))
			.stream()
			.map((analyzer) -> analyzer.analyze(refused))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
	}

}
