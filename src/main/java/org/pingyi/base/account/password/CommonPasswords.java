package org.pingyi.base.account.password;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.passay.PasswordData;
import org.passay.dictionary.WordListDictionary;
import org.passay.dictionary.WordLists;
import org.passay.rule.DictionaryRule;

/**
 * The commonest passwords of the world, of which one is also refused with figures and
 * signs before or after it. The list (source and licence in {@code src/docs/licences.md})
 * is in lower case and in the order of its characters. Because no shorter one can be
 * chosen, it holds those of at least twelve characters among the commonest million, and
 * of the 100,000 commonest all that begin and end with a letter.
 */
final class CommonPasswords {

	private static final String LIST = "/account/common-passwords.txt.gz";

	private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");

	private final DictionaryRule rule;

	private CommonPasswords(DictionaryRule rule) {
		this.rule = rule;
	}

	/** Reads the list, which takes a moment and a few megabytes. */
	static CommonPasswords read() {
		try (Reader list = new InputStreamReader(
				new GZIPInputStream(Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST))),
				StandardCharsets.UTF_8)) {
			return new CommonPasswords(
					new DictionaryRule(new WordListDictionary(WordLists.createFromReader(new Reader[] { list }))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether this, in lower case, is one of them or one of them with a trimming. */
	boolean hold(String password) {
		return holdAsItIs(password) || holdAsItIs(AROUND.matcher(password).replaceAll(""));
	}

	private boolean holdAsItIs(String word) {
		return !word.isEmpty() && !this.rule.validate(new PasswordData(word)).isValid();
	}

}
