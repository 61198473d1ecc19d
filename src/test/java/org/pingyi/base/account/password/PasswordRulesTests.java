package org.pingyi.base.account.password;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.base.web.Refusal;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Which passwords are refused, and that good ones of any kind are not. */
class PasswordRulesTests {

	private static final String LOGIN = "swj.office1";

	private static final String NAME = "水务局 王芳";

	private final PasswordRules rules = of("临江市");

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery", "quiet-harbour-2026", "八月江边一棵老槐树下的猫", "雨后的茶馆里有三只灰鸽子",
			"Tq7#vL2m!xZ9", "wooden letter opener", "ein blauer Elefant im Schnee", "🦆🐢🌵🍉🚲🎻🧊🪁🧦🧩🫖🛶",
			"730518264907", "property of the moon" })
	void takesWhateverIsLongAndOnesOwn(String password) {
		assertThatNoException().isThrownBy(() -> this.rules.require(password, LOGIN, NAME));
	}

	@Test
	void asksForTwelveCharactersAndAllowsOneHundredAndTwentyEight() {
		String long128 = "the ferry leaves at dawn, before fog has lifted; two herons stan"
				+ "d on an old pier and nobody asks them whose river this might be.";
		assertThat(long128).hasSize(128);
		refuses("account.passwordLength", "Tq7#vL2m!xZ");
		refuses("account.passwordLength", "雨后的茶馆里有灰鸽子");
		refuses("account.passwordLength", long128 + "!");
		assertThatNoException().isThrownBy(() -> this.rules.require(long128, LOGIN, NAME));
	}

	@ParameterizedTest
	@ValueSource(strings = { "about swj.office1 here", "SWJOFFICE1 and others", "swj-office1-1980-1" })
	void refusesTheSignInName(String password) {
		refuses("account.passwordHasLogin", password);
	}

	@ParameterizedTest
	@ValueSource(strings = { "王芳在河边看鸭子和白鹭飞", "我是王芳不是别人家的孩子", "wangfang 8.3.1980", "Wang Fang 19800312",
			"shuiwuju-2026-gate" })
	void refusesTheOwnNameAndItsPinyin(String password) {
		refuses("account.passwordHasName", password);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pingyi-sample-2026", "PingYi over the hills", "ping yi 20260101", "今年的评议工作要好好做完",
			"kaoping office 26", "ＰＩＮＧＹＩ２０２６年的春天" })
	void refusesTheProduct(String password) {
		refuses("account.passwordHasProduct", password);
	}

	@ParameterizedTest
	@ValueSource(strings = { "临江市人民路三十八号院", "我爱临江的冬天和冰糖葫芦", "Linjiang@20260101", "lin jiang 4 ever!" })
	void refusesTheCityAndItsPinyin(String password) {
		String twelve = password + "!".repeat(Math.max(0, 12 - password.length()));
		refuses("account.passwordHasCity", twelve);
	}

	@ParameterizedTest
	@ValueSource(strings = { "shilishi20261234", "ShiLi-Shi-2026!", "Sample City 2026" })
	void refusesTheSamplesNameWhereTheCityHasNoneOfItsOwn(String password) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> of("").require(password, LOGIN, NAME))
			.returns("account.passwordHasCity", Refusal::key);
		assertThatNoException().isThrownBy(() -> of("").require("Linjiang@20260101", LOGIN, NAME));
	}

	private static PasswordRules of(String city) {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("web.city", Locale.CHINESE, "示例市");
		messages.addMessage("web.city", Locale.ENGLISH, "Sample City");
		return new PasswordRules(city, messages);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaa", "harbour!!!! lamp", "abXabXabX lamp", "harbourharbour", "ababcdcdabcd",
			"一二一二一二好的好的好吧呀" })
	void refusesRepetitions(String password) {
		refuses("account.passwordRepeats", password);
	}

	@ParameterizedTest
	@ValueSource(strings = { "qwertyuiop12", "asdfghjkl;'2", "1q2w3e4r5t6y", "1qaz2wsx3edc", "!QAZ@WSX3edc",
			"abcdefghijkl", "lkjhgfdsa-26", "123456789012", "098765432100", "qazwsxedcrfv", "harbour 12345 lamp" })
	void refusesWalksOverTheKeyboard(String password) {
		refuses("account.passwordWalks", password);
	}

	@ParameterizedTest
	@ValueSource(strings = { "administrator", "password1234", "Passw0rd1234", "WoAiNi1314520", "admin2026!!!",
			"iloveyou1314", "!!dragon20261", "summer-2026-07", "motherfucker", "2026 P@ssw0rd 26" })
	void refusesWhatManyHaveAndItsTrimmings(String password) {
		refuses("account.passwordCommon", password);
	}

	/** The control: without the list these would be taken. */
	@Test
	void wouldTakeCommonOnesWithoutTheList() {
		CommonPasswords common = CommonPasswords.read();
		assertThat(common.hold("administrator")).isTrue();
		assertThat(common.hold("correct horse battery")).isFalse();
		assertThat(common.hold("")).isFalse();
		assertThat(common.hold("730518264907")).isFalse();
	}

	private void refuses(String key, String password) {
		assertThatExceptionOfType(Refusal.class).as(password.toUpperCase(Locale.ROOT))
			.isThrownBy(() -> this.rules.require(password, LOGIN, NAME))
			.satisfies((refusal) -> {
				assertThat(refusal.key()).isEqualTo(key);
				assertThat(refusal.field()).contains("password");
			});
	}

}
