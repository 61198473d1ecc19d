package org.pingyi.base.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What monitoring and what a balancer are told when directories of keys are lost. */
@PingyiTest
class HealthGroupsTests {

	private final Keys keys;

	private final KeyCheck check;

	private final MockMvcTester mvc;

	private final List<Path> directories;

	HealthGroupsTests(Keys keys, KeyCheck check, MockMvcTester mvc,
			@Value("${pingyi.keys.directories}") List<String> directories) {
		this.keys = keys;
		this.check = check;
		this.mvc = mvc;
		this.directories = directories.stream().map(Path::of).toList();
	}

	@BeforeEach
	void make() {
		this.keys.create("box-1");
		this.check.check();
	}

	@Test
	void servesOnWithOneDirectoryWhileReadinessSaysThatOneFails() throws IOException {
		assertThat(answer("readiness")).isEqualTo(HttpStatus.OK);
		assertThat(answer("serving")).isEqualTo(HttpStatus.OK);
		lose(this.directories.getFirst());
		assertThat(answer("readiness")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(answer("serving")).isEqualTo(HttpStatus.OK);
		assertThat(answer("liveness")).isEqualTo(HttpStatus.OK);
	}

	/** The control. */
	@Test
	void doesNotServeWithoutAny() throws IOException {
		lose(this.directories.getFirst());
		lose(this.directories.getLast());
		assertThat(answer("serving")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	private HttpStatus answer(String group) {
		int status = this.mvc.get().uri("/actuator/health/" + group).exchange().getResponse().getStatus();
		return HttpStatus.valueOf(status);
	}

	private void lose(Path directory) throws IOException {
		Files.move(directory, aside(directory));
		this.check.check();
	}

	private static Path aside(Path directory) {
		return directory.resolveSibling("aside-" + directory.getFileName());
	}

	@AfterEach
	void find() throws IOException {
		for (Path directory : this.directories) {
			if (Files.exists(aside(directory))) {
				Files.move(aside(directory), directory);
			}
		}
		this.check.check();
	}

}
