package org.pingyi.rules.scheme;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Ladder;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Range;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Rounding;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Tree;
import org.pingyi.rules.scoring.Trim;
import org.pingyi.rules.scoring.Validity;
import org.pingyi.rules.scoring.When;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about the file format says all that the format takes. */
class FormatPageTests {

	private static final List<Class<?>> RECORDS = List.of(Rules.class, Scale.class, Ladder.class, Level.class,
			Questionnaire.class, Item.class, Channel.class, Channel.Asked.class, Validity.class, Validity.Share.class,
			Tree.class, Node.Head.class, Poll.Sample.class, Trim.class, Compound.Weighted.class, Conversion.Band.class,
			Conversion.Condition.class, Range.class, AdjustmentRules.class, AdjustmentRules.Bonus.class,
			AdjustmentRules.Deduction.class, AdjustmentRules.Each.class, AdjustmentRules.Veto.class,
			AdjustmentRules.Factor.class, Ranking.class, Grade.class, Ranking.GradeRule.class, Ranking.Mark.class,
			When.class, When.Past.class, When.Quota.class);

	private final String page = read();

	private static String read() {
		try {
			return Files.readString(Path.of("src/docs/scheme-format.md"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void namesEveryPropertyAndKind() {
		Stream<Class<?>> kinds = Arrays.stream(Node.class.getPermittedSubclasses())
			.flatMap((family) -> Arrays.stream(family.getPermittedSubclasses()));
		List<String> names = Stream.concat(RECORDS.stream(), kinds)
			.flatMap((type) -> Arrays.stream(type.getRecordComponents()))
			.filter((component) -> !Kinds.isFlat(component))
			.map(RecordComponent::getName)
			.toList();
		assertThat(names).allSatisfy((name) -> assertThat(this.page).contains("`" + name + "`"));
		assertThat(Kinds.names().split(", "))
			.allSatisfy((kind) -> assertThat(this.page).contains("| `" + kind + "` |"));
	}

	/** In its own row: another kind may have a property of the same name. */
	@ParameterizedTest
	@MethodSource("kinds")
	void namesThePropertiesOfAKindBesideIt(String kind) {
		String row = this.page.lines()
			.filter((line) -> line.startsWith("| `" + kind + "` |"))
			.findFirst()
			.orElseThrow();
		assertThat(Kinds.type(kind).orElseThrow().getRecordComponents()).filteredOn((part) -> !Kinds.isFlat(part))
			.extracting(RecordComponent::getName)
			.allSatisfy((name) -> assertThat(row).contains("`" + name));
	}

	static Stream<String> kinds() {
		return Stream.of(Kinds.names().split(", "));
	}

	@Test
	void namesEveryWord() {
		Stream<Enum<?>> words = Stream
			.of(Door.values(), Node.Missing.values(), Poll.Average.values(), Poll.Centre.values(), Poll.Below.values(),
					Compound.Take.values(), When.End.values(), Rounding.values(), Conversion.Of.values(),
					Ranking.Ties.values())
			.flatMap(Arrays::stream);
		assertThat(words).allSatisfy((word) -> assertThat(this.page).contains("`" + word.name() + "`"));
	}

	@Test
	void endsWithASchemeThatCanBeFrozen() {
		String example = this.page.substring(this.page.indexOf("```json") + 7, this.page.lastIndexOf("```"));
		assertThat(Checks.faults(SchemeFile.read(example))).isEmpty();
	}

}
