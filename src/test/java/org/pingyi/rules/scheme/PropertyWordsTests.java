package org.pingyi.rules.scheme;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** Every property of every record of a scheme has a name that people read. */
class PropertyWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "messages/scheme", "messages/scheme_en" })
	void nameEveryProperty(String bundle) {
		Set<String> words = ResourceBundle
			.getBundle(bundle, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
			.keySet();
		Set<Class<?>> records = new LinkedHashSet<>();
		collect(Rules.class, records);
		Set<String> missing = new TreeSet<>();
		records.forEach((type) -> Arrays.stream(type.getRecordComponents())
			.filter((component) -> !words.contains("scheme.field." + component.getName())
					&& !words.contains("scheme.field." + type.getSimpleName() + "." + component.getName()))
			.forEach((component) -> missing.add(type.getSimpleName() + "." + component.getName())));
		assertThat(records).hasSizeGreaterThan(35);
		assertThat(missing).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "messages/scoring", "messages/scoring_en" })
	void nameEveryChoice(String bundle) {
		Set<String> words = ResourceBundle
			.getBundle(bundle, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
			.keySet();
		Set<Class<?>> types = new LinkedHashSet<>();
		collect(Rules.class, types);
		Set<String> missing = new TreeSet<>();
		types.forEach((type) -> Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.filter(Class::isEnum)
			.forEach((choices) -> Arrays.stream(choices.getEnumConstants())
				.map((one) -> "scoring." + choices.getSimpleName().toLowerCase() + "." + one)
				.filter((key) -> !words.contains(key))
				.forEach(missing::add)));
		assertThat(missing).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_en" })
	void nameEveryKind(String language) {
		Set<String> words = new TreeSet<>();
		Stream.of("messages/scoring", "messages/scheme")
			.map((bundle) -> ResourceBundle.getBundle(bundle + language,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
			.forEach((bundle) -> words.addAll(bundle.keySet()));
		Stream<String> kinds = Stream.of(Kinds.names().split(", "))
			.flatMap((kind) -> Stream.of("scoring.rule." + kind, "scheme.kind." + kind));
		Stream<String> families = Kinds.families().keySet().stream().map((family) -> "scheme.family." + family);
		assertThat(Stream.concat(kinds, families).filter((word) -> !words.contains(word))).isEmpty();
	}

	private static void collect(Type type, Set<Class<?>> records) {
		if (type instanceof ParameterizedType list) {
			Arrays.stream(list.getActualTypeArguments()).forEach((member) -> collect(member, records));
		}
		else if (type instanceof Class<?> kind && kind.isRecord() && kind != Text.class && records.add(kind)) {
			Arrays.stream(kind.getRecordComponents())
				.forEach((component) -> collect(component.getGenericType(), records));
		}
		else if (type instanceof Class<?> family && family.isSealed()) {
			Arrays.stream(family.getPermittedSubclasses()).forEach((kind) -> collect(kind, records));
		}
	}

}
