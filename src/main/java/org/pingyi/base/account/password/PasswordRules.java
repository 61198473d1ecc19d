package org.pingyi.base.account.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.passay.rule.IllegalRegexRule;
import org.passay.rule.IllegalSequenceRule;
import org.passay.rule.LengthRule;

import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a password must be like: long, and nothing that is tried first by whoever knows
 * the person, the city, the product, a keyboard or other people's passwords. Any
 * characters will do, and none is demanded.
 */
@Component
public class PasswordRules {

	/** Longer ones would only make work for the server. */
	private static final PasswordRule LENGTH = PasswordRule.of("account.passwordLength", new LengthRule(12, 128));

	private static final int FEWEST_DIFFERENT = 6;

	/** One character four times, a group three times, or nothing but a group. */
	private static final String REPETITION = "(.)\\1{3}|(.{2,})\\2{2}|^(.+)\\3+$";

	private static final int LONGEST_WALK = 4;

	/** Pingyi's own name, and what it is for. */
	private static final List<String> PRODUCT = List.of("pingyi", "评议", "kaoping", "考评");

	/** The kind of place, which people leave out. */
	private static final Pattern KIND_OF_PLACE = Pattern.compile("(?<=..)(市|区|县|州|盟|省)$|(?i)\\s+city$");

	private final Supplier<List<PasswordRule>> rules;

	PasswordRules(@Value("${pingyi.city:}") String city, MessageSource messages) {
		this.rules = SingletonSupplier.of(() -> rules(city.isBlank() ? sample(messages) : List.of(city)));
	}

	/** The city as pages call it where it has no name of its own. */
	private static List<String> sample(MessageSource messages) {
		return Stream.of(Locale.CHINESE, Locale.ENGLISH)
			.map((language) -> messages.getMessage("web.city", null, language))
			.toList();
	}

	/**
	 * Makes sure that the password of somebody with this sign-in name and name is hard to
	 * guess.
	 * @throws Refusal 422 beside the field {@code password}, with the first fault
	 */
	public void require(String password, String login, String name) {
		LENGTH.require(password);
		String small = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		login(login).require(small);
		new PasswordRule("account.passwordHasName", GuessableNames.within(List.of(name))).require(small);
		this.rules.get().forEach((rule) -> rule.require(small));
	}

	private static PasswordRule login(String login) {
		return new PasswordRule("account.passwordHasLogin",
				GuessableNames.within(List.of(login)).or((password) -> password.contains(login)));
	}

	private static List<PasswordRule> rules(List<String> city) {
		return List
			.of(new PasswordRule("account.passwordHasProduct", GuessableNames.within(PRODUCT)),
					new PasswordRule("account.passwordHasCity",
							GuessableNames.within(city.stream()
								.flatMap((name) -> Stream.of(name, KIND_OF_PLACE.matcher(name).replaceFirst("")))
								.toList())),
					PasswordRule.of("account.passwordRepeats", new IllegalRegexRule(REPETITION)),
					new PasswordRule("account.passwordRepeats",
							(password) -> password.codePoints().distinct().count() < FEWEST_DIFFERENT),
					PasswordRule.of("account.passwordWalks",
							new IllegalSequenceRule(new KeyboardWalks(), LONGEST_WALK + 1, false)),
					new PasswordRule("account.passwordCommon", CommonPasswords.read()::hold));
	}

}
