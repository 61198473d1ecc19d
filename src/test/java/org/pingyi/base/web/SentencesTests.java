package org.pingyi.base.web;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** English sentences are separated by spaces, Chinese ones are not. */
class SentencesTests {

	@Test
	void joinsByTheLanguage() {
		assertThat(Sentences.join(Locale.ENGLISH, "Too late.", "Ask the office."))
			.isEqualTo("Too late. Ask the office.");
		assertThat(Sentences.join(Locale.SIMPLIFIED_CHINESE, "已截止。", "请联系考评办。")).isEqualTo("已截止。请联系考评办。");
	}

	@Test
	void leavesNoSpaceForASentenceThatIsEmpty() {
		assertThat(Sentences.join(Locale.ENGLISH, "Too late.", "")).isEqualTo("Too late.");
	}

}
