package org.pingyi.rules.cycle.web;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.SchemeSamples;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages of a year: plan, steps, announcement. */
@PingyiTest
class CyclePagesTests {

	private final MockMvcTester mvc;

	private final CycleSamples samples;

	private final SchemeSamples schemes;

	private final Cycles cycles;

	private final TestClock clock;

	CyclePagesTests(MockMvcTester mvc, CycleSamples samples, SchemeSamples schemes, Cycles cycles, TestClock clock) {
		this.mvc = mvc;
		this.samples = samples;
		this.schemes = schemes;
		this.cycles = cycles;
		this.clock = clock;
	}

	@Test
	void leadsTheOfficeToThePresentYear() {
		this.samples.opened();
		assertThat(this.mvc.get().uri("/desk").with(office())).hasStatusOk()
			.bodyText()
			.contains("2026年度机关作风建设考评", "/desk/cycles/2026");
	}

	@Test
	void keepsWhatWasTypedWhenAPlanIsRefused() {
		long version = this.schemes.founding().id();
		assertThat(this.mvc.post()
			.uri("/desk/cycles")
			.param("code", "2026")
			.param("name", "今年的考评")
			.param("schemeVersion", String.valueOf(version))
			.param("opensOn", "2026-11-30")
			.param("closesOn", "2026-11-01")
			.with(office())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("今年的考评", "截止日不能早于开始日");
		assertThat(this.cycles.all()).isEmpty();
	}

	@Test
	void announcesWithOneConfirmedButton() {
		this.samples.drafted();
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(office())).hasStatusOk()
			.bodyText()
			.contains("公布后，参评单位和办法即告确定");
		assertThat(this.mvc.post().uri("/desk/cycles/2026/announcement").with(office()).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.cycles.byCode("2026").phase()).isEqualTo(Phase.ANNOUNCED);
	}

	@Test
	void saysWhenAStepComesTooEarly() {
		this.samples.opened();
		assertThat(this.mvc.post().uri("/desk/cycles/2026/closure").with(office()).with(csrf()))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("2026-11-30", "请先调整评议截止日");
	}

	@Test
	void offersTheClosureFromTheLastDayOn() {
		Cycle cycle = this.samples.opened();
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(office())).hasStatusOk()
			.bodyText()
			.contains("2026-11-30 起可以截止评议")
			.doesNotContain("/desk/cycles/2026/closure");
		this.samples.moveToLastDay(cycle);
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(office())).bodyText()
			.contains("/desk/cycles/2026/closure")
			.doesNotContain("起可以截止评议");
	}

	@Test
	void closesASmallYearInOneRequest() {
		this.samples.moveToLastDay(this.samples.opened());
		assertThat(this.mvc.post().uri("/desk/cycles/2026/closure").with(office()).with(csrf()))
			.hasStatus3xxRedirection()
			.flash()
			.containsEntry("notice", "cycle.done.CLOSED");
		assertThat(this.cycles.byCode("2026").phase()).isEqualTo(Phase.CLOSED);
	}

	@Test
	void offersTheOpeningWithinTheDatesOnly() {
		Cycle cycle = this.samples.announced();
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(office())).bodyText()
			.contains("/desk/cycles/2026/opening");
		this.clock.moveTo(cycle.closesOn().plusDays(1));
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(office())).hasStatusOk()
			.bodyText()
			.contains("2026-11-01 至 2026-11-30 之间")
			.doesNotContain("/desk/cycles/2026/opening");
	}

	@Test
	void showsAUnitWhatWillBeChecked() {
		this.samples.announced();
		assertThat(this.mvc.get().uri("/unit").with(liaison())).hasStatusOk().bodyText().contains("水务局", "我单位已阅");
		assertThat(this.mvc.post().uri("/unit/acknowledgements").param("cycle", "2026").with(liaison()).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/unit").with(liaison())).bodyText().contains("已确认").doesNotContain("我单位已阅");
	}

	@Test
	void forbidsTheDeskToAUnit() {
		assertThat(this.mvc.get().uri("/desk/cycles").with(liaison())).hasStatus(HttpStatus.FORBIDDEN);
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

	private static RequestPostProcessor liaison() {
		return user("swj").authorities(new SimpleGrantedAuthority("ROLE_LIAISON"),
				new SimpleGrantedAuthority("UNIT_SWJ"));
	}

}
