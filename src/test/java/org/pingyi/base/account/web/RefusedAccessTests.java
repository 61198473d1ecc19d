package org.pingyi.base.account.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.Units;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Who asks for what is not theirs stands in the log. */
@PingyiTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedAccessTests {

	private final MockMvcTester mvc;

	private final Units units;

	RefusedAccessTests(MockMvcTester mvc, Units units) {
		this.mvc = mvc;
		this.units = units;
	}

	@Test
	void logsThePageThatSomebodyMayNotSee(CapturedOutput output) {
		assertThat(this.mvc.get().uri("/desk/units?secret=x").with(user("gaj").roles("LIAISON"))).hasStatus(403);
		assertThat(output).contains("Refused to gaj: GET /desk/units").doesNotContain("secret=x");
	}

	@Test
	@WithMockUser(username = "gaj", roles = "LIAISON")
	void logsTheActThatSomebodyMayNotDo(CapturedOutput output) {
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.units.addGroup("WIN", "窗口服务部门"));
		assertThat(output).contains("Refused to gaj: Units.addGroup");
	}

	@Test
	void logsNeitherStrangersNorWhoMay(CapturedOutput output) {
		assertThat(this.mvc.get().uri("/desk/units").with(anonymous())).hasStatus3xxRedirection();
		As.office(() -> this.units.groups());
		assertThat(output).doesNotContain("Refused to");
	}

}
