package org.pingyi.rules.scheme.web;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.Chromium;
import org.pingyi.PingyiSecondTest;
import org.pingyi.Unplugged;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The comparison and the trial in a real browser, at three widths; pictures are kept
 * under {@code target/screenshots}.
 */
@PingyiSecondTest
class SchemeLayoutTests {

	private final Unplugged office;

	private final Schemes schemes;

	private final SchemeSamples samples;

	SchemeLayoutTests(MockMvcTester mvc, Schemes schemes, SchemeSamples samples) {
		this.office = new Unplugged(mvc, user("office1").roles("OFFICE"));
		this.schemes = schemes;
		this.samples = samples;
	}

	@Test
	void haveNoBarriersAtAnyWidth() {
		SchemeVersion version = this.samples.founding();
		String edited = this.schemes.document(version.id())
			.replaceFirst("\"weight\" : 20,", "\"weight\" : 22.5,")
			.replace("\"from\" : 90", "\"from\" : 88")
			.replace("每次办事一次性告知", "一次性告知")
			.replace("\"city\"", "\"municipal\"")
			.replace("试行办法·嘉奖加分", "试行办法第十二条");
		As.office(() -> {
			this.schemes.redraft(version.scheme(), edited);
			return version;
		});
		try (Chromium browser = Chromium.start()) {
			Page page = this.office.page(browser, Chromium.PHONE);
			show(page, "/desk/schemes/comparison", "scheme-comparison");
			show(page, "/desk/schemes/comparison?lang=en", "scheme-comparison-en");
			show(page, "/desk/schemes/new?lang=zh", "scheme-copy");
			show(page, "/desk/schemes/versions/1?lang=zh", "scheme-version");
			show(page, "/desk/schemes/versions/1/trial?tree=2&lang=zh", "scheme-trial");
			page.locator(".trial-form button").click();
			assertThat(page.locator(".score-lines tfoot").innerText()).contains("与得分一致");
			Chromium.lookAtEveryWidth(page, "scheme-scorecard");
			page.getByLabel("很满意").first().fill("很多");
			page.locator(".trial-form button").click();
			assertThat(page.getByLabel("很满意").first().inputValue()).isEqualTo("很多");
			assertThat(page.locator(".field-error").innerText()).contains("整数");
			Chromium.lookAtEveryWidth(page, "scheme-trial-fault");
			show(page, "/desk/schemes/versions/1/trial?tree=2&lang=en", "scheme-trial-en");
		}
	}

	private static void show(Page page, String address, String picture) {
		page.navigate(address);
		Chromium.lookAtEveryWidth(page, picture);
	}

}
