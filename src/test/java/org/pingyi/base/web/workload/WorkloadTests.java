package org.pingyi.base.web.workload;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.AccessRule;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What a thread works for is told by the address that was asked for, or is a job. */
class WorkloadTests {

	/** Whoever knows an area from its first part knows it whole. */
	@Test
	void knowsEveryDoor() {
		assertThat(of((rule) -> !rule.who().contains("PUBLIC") && !rule.who().contains("HOLDER")))
			.containsExactly(Workload.STAFF);
		assertThat(of((rule) -> rule.who().contains("HOLDER"))).containsExactly(Workload.VOTING);
		assertThat(of((rule) -> rule.pattern().startsWith("/results") || rule.pattern().equals("/")))
			.containsExactly(Workload.PUBLIC);
	}

	private static Set<Workload> of(Predicate<AccessRule> which) {
		return AccessRule.all().filter(which).map((rule) -> Workload.of(rule.pattern())).collect(Collectors.toSet());
	}

	@ParameterizedTest
	@CsvSource({ "/vote, VOTING", "/vote/, VOTING", "/voter, PUBLIC", "/q/1, VOTING", "/quiz, PUBLIC", "/me, STAFF",
			"/message, PUBLIC", "/, PUBLIC", "'', PUBLIC", "/results/desk, PUBLIC" })
	void takesWholeParts(String path, Workload workload) {
		assertThat(Workload.of(path)).isEqualTo(workload);
	}

	@Test
	void endsWithTheRequestAndWithTheWork() {
		Workload.STAFF.run(() -> {
			assertThat(seen(request("/vote"))).isEqualTo(Workload.VOTING);
			assertThat(Workload.current()).isEqualTo(Workload.STAFF);
		});
		assertThat(Workload.current()).isEqualTo(Workload.JOBS);
	}

	@Test
	void takesWorkBesideTheRequestForAJob() {
		Workload.VOTING
			.run(() -> assertThat(CompletableFuture.supplyAsync(Workload::current).join()).isEqualTo(Workload.JOBS));
	}

	@Test
	void drawsThePageOfAnErrorForWhatHadFailed() {
		MockHttpServletRequest error = request("/error");
		error.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/desk/units");
		assertThat(seen(error)).isEqualTo(Workload.STAFF);
	}

	private static MockHttpServletRequest request(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		return request;
	}

	private static Workload seen(MockHttpServletRequest request) {
		Workload[] seen = new Workload[1];
		try {
			new WorkloadFilter().doFilter(request, new MockHttpServletResponse(),
					(asked, answer) -> seen[0] = Workload.current());
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
		return seen[0];
	}

}
