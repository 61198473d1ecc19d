package org.pingyi.base.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text exists, in Chinese and in English, in the bundle of its module. */
class BundleTests {

	/**
	 * {@code #{key}} and {@code #{key(…)}}; computed keys hold an underscore or a sign.
	 */
	private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");

	/**
	 * A whole literal that looks like a key: words joined by dots. Purposes of hashes and
	 * constants look alike: those follow {@code of(}, {@code mac(}, a brace or an equals
	 * sign; names of files end like files.
	 */
	private static final Pattern IN_CODE = Pattern.compile(
			"(?<!\\.of\\(|mac\\(|= |\\{ )\"(?![a-z0-9.]+\\.(?:csv|xlsx|json|html)\")([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

	private static final Pattern REFUSED = Pattern
		.compile("Refus(?:al|ed)(?:\\.\\w+)?\\(\\s*(?:HttpStatus\\.\\w+,\\s*)?\"([a-z]+\\.[\\w.-]+)\"");

	/** Words that frameworks look up under names of their own. */
	private static final Pattern FRAMEWORK = Pattern.compile("(typeMismatch|jakarta\\.validation\\.).*");

	private final Map<String, Properties> chinese = bundles(false);

	private final Map<String, Properties> english = bundles(true);

	private final Set<String> keys = this.chinese.values()
		.stream()
		.flatMap((bundle) -> bundle.stringPropertyNames().stream())
		.collect(Collectors.toCollection(TreeSet::new));

	@Test
	void everyModuleSaysTheSameInBothLanguages() {
		assertThat(this.english.keySet()).isEqualTo(this.chinese.keySet());
		this.chinese.forEach((module, bundle) -> assertThat(this.english.get(module).stringPropertyNames())
			.as("keys of messages/%s_en.properties against messages/%s.properties", module, module)
			.containsExactlyInAnyOrderElementsOf(bundle.stringPropertyNames()));
	}

	/** Of two the last would hold, wherever the first was meant. */
	@Test
	void noKeyIsNamedTwice() throws IOException {
		for (String language : List.of("", "_en")) {
			for (String module : this.chinese.keySet()) {
				Path file = Path.of("src/main/resources/messages", module + language + ".properties");
				assertThat(Files.readAllLines(file).stream().filter((line) -> line.matches("[a-zA-Z][^=#\\s]*=.*")))
					.extracting((line) -> line.substring(0, line.indexOf('=')))
					.as(file.toString())
					.doesNotHaveDuplicates();
			}
		}
	}

	@Test
	void noTextIsEmptyOrBreaksItsFormat() {
		List<String> faults = new ArrayList<>();
		each((place, text) -> {
			if (text.isBlank()) {
				faults.add(place + " is empty");
			}
			else if (text.replace("'{'", "").replace("'}'", "").contains("'")) {
				faults.add(place + " holds a bare ' (write ’)");
			}
			else {
				faults.addAll(format(place, text));
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void bothLanguagesUseTheSameArguments() {
		List<String> faults = new ArrayList<>();
		this.chinese.forEach((module, bundle) -> bundle.stringPropertyNames().forEach((key) -> {
			Properties other = this.english.get(module);
			if (other != null && !arguments(bundle.getProperty(key)).equals(arguments(other.getProperty(key, "")))) {
				faults.add(key);
			}
		}));
		assertThat(faults).as("texts whose {n} differ between the languages").isEmpty();
	}

	@Test
	void keysBeginWithTheirModule() {
		List<String> faults = new ArrayList<>();
		this.chinese.forEach((module, bundle) -> bundle.stringPropertyNames()
			.stream()
			.filter((key) -> !key.startsWith(module + ".") && !key.startsWith("audit.act.")
					&& !(module.equals("web") && FRAMEWORK.matcher(key).matches()))
			.forEach((key) -> faults.add(module + ".properties: " + key)));
		assertThat(faults).isEmpty();
	}

	@Test
	void everyKeyInATemplateExists() {
		Set<String> missing = new TreeSet<>();
		SourceFiles.of("resources/templates", ".html").find(IN_TEMPLATE, (place, key) -> {
			if (!this.keys.contains(key.group(1))) {
				missing.add(place + " #{" + key.group(1) + "}");
			}
		});
		assertThat(missing).as("keys used in templates but in no bundle").isEmpty();
	}

	@Test
	void everyKeyInTheCodeExists() {
		Set<String> missing = new TreeSet<>();
		SourceFiles.of("java", ".java").find(IN_CODE, (place, literal) -> {
			String key = literal.group(1);
			boolean ofModule = this.chinese.containsKey(key.substring(0, key.indexOf('.')));
			if (ofModule && !this.keys.contains(key) && !this.keys.contains("audit.act." + key)) {
				missing.add(place + " \"" + key + "\"");
			}
		});
		assertThat(missing).as("literals that look like message keys but are in no bundle").isEmpty();
	}

	@Test
	void everyRefusalSaysWhatToDo() {
		Set<String> missing = new TreeSet<>();
		SourceFiles.of("java", ".java").find(REFUSED, (place, key) -> {
			if (!this.keys.contains(key.group(1) + ".next")) {
				missing.add(place + " " + key.group(1) + ".next");
			}
		});
		assertThat(missing).as("refusals that do not say what to do").isEmpty();
	}

	private void each(java.util.function.BiConsumer<String, String> text) {
		this.chinese.forEach((module, bundle) -> bundle
			.forEach((key, value) -> text.accept(module + ".properties: " + key, value.toString())));
		this.english.forEach((module, bundle) -> bundle
			.forEach((key, value) -> text.accept(module + "_en.properties: " + key, value.toString())));
	}

	private static List<String> format(String place, String text) {
		try {
			new MessageFormat(text);
			return List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of(place + " is no message format: " + ex.getMessage());
		}
	}

	private static Set<String> arguments(String text) {
		return Pattern.compile("\\{(\\d+)")
			.matcher(text)
			.results()
			.map((result) -> result.group(1))
			.collect(Collectors.toSet());
	}

	private static Map<String, Properties> bundles(boolean english) {
		Map<String, Properties> bundles = new TreeMap<>();
		SourceFiles.of("resources/messages", ".properties").texts().forEach((file, text) -> {
			if (name(file).endsWith("_en") == english) {
				bundles.put(name(file).replace("_en", ""), properties(text));
			}
		});
		return bundles;
	}

	private static String name(Path file) {
		return file.toString().replace(".properties", "");
	}

	private static Properties properties(String text) {
		try {
			Properties properties = new Properties();
			properties.load(new StringReader(text));
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
