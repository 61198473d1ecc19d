package org.pingyi.outcome.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.outcome.result.document.RunJson;
import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.ScoreRefused;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Scoring;
import org.pingyi.verify.rules.Rescoring;
import org.pingyi.verify.rules.RulesUnreadable;
import org.pingyi.verify.rules.Standing;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The engine and the verifier, written apart from each other, come to the same score,
 * place, grade and mark to the last digit.
 */
class RescoringTests {

	private static final int YEARS = Integer.getInteger("pingyi.rescored", 25);

	private final RunJson json = new RunJson();

	static Stream<Resource> schemes() throws IOException {
		PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
		return Stream.of("classpath:scheme/*.json", "classpath:scheme/other/*.json", "classpath:verify/every-kind.json")
			.flatMap((pattern) -> {
				try {
					return Stream.of(files.getResources(pattern));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			})
			.filter((file) -> !String.valueOf(file.getFilename()).endsWith(".schema.json"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("schemes")
	void agreesWithTheEngine(Resource file) throws IOException {
		Rules rules = SchemeFile.read(file.getContentAsString(StandardCharsets.UTF_8));
		int scored = 0;
		for (long seed = 1; seed <= YEARS; seed++) {
			scored += agrees(rules, RandomInputs.of(rules, seed), file.getFilename() + " " + seed) ? 1 : 0;
		}
		assertThat(scored).as("years that could be scored").isPositive();
	}

	/** The file with every kind of node could be frozen: what is compared can occur. */
	@Test
	void comparesRulesThatCanBeFrozen() throws IOException {
		Rules rules = rules("classpath:verify/every-kind.json");
		assertThat(Checks.faults(rules)).isEmpty();
		assertThat(rules.nodes().map((node) -> Node.kind(node.getClass())))
			.containsAll(List.of(Kinds.names().split(", ")));
	}

	/** A swapped weight comes out otherwise: the comparison above can fail. */
	@Test
	void tellsASwappedWeight() throws IOException {
		Rules rules = rules("classpath:scheme/m01-founding-city.json");
		Inputs inputs = RandomInputs.of(rules, 1);
		Map<?, ?> scheme = (Map<?, ?>) tree(SchemeFile.write(rules)
			.replace("\"weight\" : 20", "\"weight\" : 15")
			.replace("\"weight\": 20", "\"weight\": 15"));
		Outcome outcome = Scoring.score(rules, inputs);
		Map<String, Standing> own = Rescoring.standings(scheme, tree(this.json.write(inputs)));
		assertThat(outcome.scorecards()).anyMatch((card) -> card.score().compareTo(own.get(card.unit()).score()) != 0);
	}

	private static Rules rules(String place) throws IOException {
		return SchemeFile.read(new PathMatchingResourcePatternResolver().getResource(place)
			.getContentAsString(StandardCharsets.UTF_8));
	}

	/**
	 * Compares what both make of a year.
	 * @return false when both refuse to score it
	 */
	private boolean agrees(Rules rules, Inputs inputs, String name) {
		Object scheme = tree(SchemeFile.write(rules));
		Object counted = tree(this.json.write(inputs));
		Outcome outcome;
		try {
			outcome = Scoring.score(rules, inputs);
		}
		catch (ScoreRefused ex) {
			assertThatExceptionOfType(RulesUnreadable.class).as(name)
				.isThrownBy(() -> Rescoring.standings(scheme, counted));
			return false;
		}
		Map<String, Standing> own = Rescoring.standings(scheme, counted);
		assertThat(outcome.scorecards()).as(name).hasSize(own.size());
		assertThat(outcome.scorecards()).allSatisfy(
				(card) -> assertThat(own.get(card.unit())).as("%s %s: %s", name, card.unit(), card.total().arithmetic())
					.isEqualTo(standing(card)));
		if (!outcome.alike().isEmpty()) {
			Map<String, BigDecimal> alike = Rescoring.alike(scheme, counted);
			assertThat(outcome.alike()).as(name)
				.allSatisfy((unit) -> assertThat(unit.score()).isEqualByComparingTo(alike.get(unit.unit())));
		}
		return true;
	}

	private static Standing standing(Scorecard card) {
		return new Standing(card.unit(), card.group(), card.score(), card.apart(), card.rank(), card.grade(),
				card.marks(), card.vetoes().stream().sorted().toList());
	}

	/** As the verifier reads JSON: every number a decimal. */
	private static @Nullable Object tree(String json) {
		return decimals(JsonMapper.builder()
			.enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build()
			.readValue(json, Object.class));
	}

	private static @Nullable Object decimals(@Nullable Object tree) {
		if (tree instanceof Map<?, ?> members) {
			Map<Object, Object> copy = new LinkedHashMap<>();
			members.forEach((name, value) -> copy.put(name, decimals(value)));
			return copy;
		}
		if (tree instanceof List<?> items) {
			List<Object> copy = new ArrayList<>();
			items.forEach((item) -> copy.add(decimals(item)));
			return copy;
		}
		return (tree instanceof Integer || tree instanceof Long) ? BigDecimal.valueOf(((Number) tree).longValue())
				: tree;
	}

}
