package org.pingyi;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The looks at pages fail where something is wrong. */
class ChromiumTests {

	private static final String PAGE = "<!DOCTYPE html><html lang='zh-CN'><title>评议</title><main><h1>评议</h1>%s</main>";

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	@Test
	void findNothingInAPlainPage() {
		Chromium.look(page("<p>请为您打过交道的单位说句公道话。</p>"), "plain");
	}

	@Test
	void findAPictureWithoutWordsAndAFieldWithoutLabel() {
		Page page = page("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><input name='phone'>");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.assertAccessible(page))
			.withMessageContaining("image-alt")
			.withMessageContaining("label");
	}

	@Test
	void findPaleTextAndAFieldWithoutLabelThatOnlyAPhoneShows() {
		Page pale = page("<p style='color: #ccc'>看不清的字</p>");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.lookAtEveryWidth(pale, "pale"))
			.withMessageContaining("color-contrast");
		Page narrow = page("<style>@media (min-width: 600px) { input { display: none } }</style><input name='phone'>");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.lookAtEveryWidth(narrow, "narrow"))
			.withMessageContaining("label");
	}

	@Test
	void findWhatIsWrongInAPageMuchLikeOneWithoutFault() {
		String form = "<form><label for='phone'>手机号</label><input id='phone'><button>%s</button></form>";
		Chromium.assertAccessible(page(form.formatted("发送")));
		Chromium.assertAccessible(page(form.formatted("送出")));
		Page wordless = page(form.formatted(""));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.assertAccessible(wordless))
			.withMessageContaining("button-name");
		Page astray = page(form.formatted("发送").replace("for='phone'", "for='name'"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.assertAccessible(astray))
			.withMessageContaining("label");
		Page pale = page("<style>button { color: #ccc }</style>" + form.formatted("发送"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.assertAccessible(pale))
			.withMessageContaining("color-contrast");
	}

	@Test
	void findWhatIsWiderThanTheScreen() {
		Page page = page("<div style='width: 900px'>宽</div>");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Chromium.look(page, "wide"));
	}

	private static Page page(String content) {
		Page page = chromium.person(0, 390, 844);
		page.setContent(PAGE.formatted(content));
		return page;
	}

}
