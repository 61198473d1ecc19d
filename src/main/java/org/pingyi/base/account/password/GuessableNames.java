package org.pingyi.base.account.password;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.hankcs.hanlp.HanLP;
import org.passay.PasswordData;
import org.passay.dictionary.ArrayWordList;
import org.passay.dictionary.WordListDictionary;
import org.passay.rule.DictionarySubstringRule;

/**
 * Names that a guesser tries first: as they are written, without what joins their parts,
 * and in pinyin, as people type them into a field that shows nothing.
 */
final class GuessableNames {

	private static final Pattern JOINS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsIdeographic}");

	/** Shorter ones stand in words that have nothing to do with them. */
	private static final int FEWEST_LETTERS = 4;

	private static final int FEWEST_IDEOGRAPHS = 2;

	private GuessableNames() {
	}

	/** Whether a password, in lower case, contains one of these names. */
	static Predicate<String> within(Collection<String> names) {
		String[] words = names.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.flatMap(GuessableNames::forms)
			.filter(GuessableNames::tells)
			.distinct()
			.sorted()
			.toArray(String[]::new);
		DictionarySubstringRule rule = new DictionarySubstringRule(new WordListDictionary(new ArrayWordList(words)));
		return (password) -> Stream.of(password, joined(password))
			.anyMatch((typed) -> !rule.validate(new PasswordData(typed)).isValid());
	}

	private static Stream<String> forms(String name) {
		return Stream.concat(Stream.of(joined(name)), JOINS.splitAsStream(name))
			.flatMap((part) -> Stream.of(part, pinyin(part)));
	}

	private static String pinyin(String name) {
		return IDEOGRAPH.matcher(name).find() ? HanLP.convertToPinyinString(name, "", false) : name;
	}

	private static String joined(String text) {
		return JOINS.matcher(text).replaceAll("");
	}

	private static boolean tells(String word) {
		return word.length() >= (IDEOGRAPH.matcher(word).find() ? FEWEST_IDEOGRAPHS : FEWEST_LETTERS);
	}

}
