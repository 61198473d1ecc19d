package org.pingyi.rules.scheme;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.As;
import org.pingyi.PingyiSecondTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.draft.Choice;
import org.pingyi.rules.scheme.draft.Edit;
import org.pingyi.rules.scheme.draft.Edit.Act;
import org.pingyi.rules.scheme.draft.Field;
import org.pingyi.rules.scheme.draft.Part;
import org.pingyi.rules.scheme.draft.PartRefused;
import org.pingyi.rules.scheme.draft.PlacedFault;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.Rules;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Drafts are edited part by part, may be unsound, and lose nothing that was typed. */
@PingyiSecondTest
class DraftsTests {

	private final Drafts drafts;

	private final Schemes schemes;

	DraftsTests(Drafts drafts, Schemes schemes) {
		this.drafts = drafts;
		this.schemes = schemes;
	}

	private long founding() {
		return draft(UnaryOperator.identity());
	}

	private long draft(UnaryOperator<String> change) {
		return As.office(() -> this.schemes.importDraft(change.apply(this.schemes.method("m01-founding-city"))));
	}

	private Part part(long scheme, String place) {
		return As.office(() -> this.drafts.part(scheme, place));
	}

	private Rules rules(long scheme) {
		return As.office(() -> this.schemes.drafted(scheme));
	}

	private void type(long scheme, String place, Map<String, List<String>> values) {
		As.office(() -> this.drafts.change(scheme, Edit.of(part(scheme, place), values)));
	}

	private String act(long scheme, String place, Act act, String name, String kind) {
		return As.office(() -> this.drafts.change(scheme, Edit.of(part(scheme, place), act, name, kind))).place();
	}

	@Test
	void describesARecordByItsComponents() {
		Part part = part(founding(), "channels[0]");
		assertThat(part.fields()).extracting(Field::property)
			.startsWith("code", "name", "door", "questionnaire", "raterClasses", "traits", "asked", "validity");
		assertThat(part.fields().get(3).choices()).extracting(Choice::value).contains("online", "window");
		assertThat(part.fields().get(4).sort()).isEqualTo(Field.Sort.ORDER);
	}

	@Test
	void takesInWhatWasTypedAndLeavesTheRest() {
		long scheme = founding();
		Rules before = rules(scheme);
		type(scheme, "questionnaires[0]",
				Map.of("items[0].text.zh", List.of(" 依法办事 "), "items[0].weight", List.of("２.５")));
		Rules after = rules(scheme);
		assertThat(after.questionnaires().getFirst().items().getFirst().text().zh()).isEqualTo("依法办事");
		assertThat(after.questionnaires().getFirst().items().getFirst().weight()).isEqualByComparingTo("2.5");
		assertThat(after.trees()).isEqualTo(before.trees());
	}

	@Test
	void switchesARecordOnAndOff() {
		long scheme = founding();
		type(scheme, "ranking.gradeRules[1]", Map.of("quota", List.of("false", "true"), "quota.share", List.of("40")));
		assertThat(rules(scheme).ranking().gradeRules().get(1).when().quota()).isNotNull();
		type(scheme, "ranking.gradeRules[1]", Map.of("quota", List.of("false"), "quota.share", List.of("40")));
		assertThat(rules(scheme).ranking().gradeRules().get(1).when().quota()).isNull();
	}

	@Test
	void storesNothingThatCannotBeReadAndKeepsWhatWasTyped() {
		long scheme = founding();
		Rules before = rules(scheme);
		assertThatExceptionOfType(PartRefused.class)
			.isThrownBy(() -> type(scheme, "adjustments.bonuses[0]",
					Map.of("points", List.of("两分"), "name.zh", List.of(""), "most", List.of("9"))))
			.satisfies((refused) -> {
				assertThat(refused.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
				assertThat(refused.part().faults()).extracting(Fault::place)
					.containsExactlyInAnyOrder("adjustments.bonuses[0].points", "adjustments.bonuses[0].name.zh");
				assertThat(refused.part().fields()).filteredOn((field) -> field.property().equals("points"))
					.extracting(Field::value)
					.containsExactly("两分");
			});
		assertThat(rules(scheme)).isEqualTo(before);
	}

	@Test
	void keepsAnUnsoundDraftWithItsFaultsBesideTheirFields() {
		long scheme = founding();
		type(scheme, "trees[0].root.parts[0]", Map.of("parts[0].weight", List.of("71")));
		Part part = part(scheme, "trees[0].root.parts[0]");
		assertThat(part.faults()).extracting(Fault::key).contains("scheme.check.weights");
		assertThat(part.outline()).isNotNull().satisfies((outline) -> assertThat(outline.sound()).isFalse());
		assertThat(As.office(() -> this.drafts.faults(scheme))).extracting(PlacedFault::page)
			.contains("trees[0].root.parts[0]");
	}

	@Test
	void refusesAFormThatSomebodyElseOvertook() {
		long scheme = founding();
		Part opened = part(scheme, "questionnaires[0]");
		type(scheme, "questionnaires[0]", Map.of("name.zh", List.of("新问卷")));
		assertThatExceptionOfType(PartRefused.class)
			.isThrownBy(() -> As
				.secondOffice(() -> this.drafts.change(scheme, Edit.of(opened, Map.of("name.zh", List.of("另一份问卷"))))))
			.satisfies((refused) -> {
				assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
				assertThat(refused.part().fields().get(1).values()).contains("另一份问卷");
			});
		assertThat(rules(scheme).questionnaires().getFirst().name().zh()).isEqualTo("新问卷");
	}

	@Test
	void letsTwoPeopleEditDifferentParts() {
		long scheme = founding();
		Part opened = part(scheme, "scales[0]");
		type(scheme, "questionnaires[0]", Map.of("name.zh", List.of("新问卷")));
		As.secondOffice(() -> this.drafts.change(scheme, Edit.of(opened, Map.of("levels[0].points", List.of("95")))));
		assertThat(rules(scheme).scales().getFirst().levels().getFirst().points()).isEqualByComparingTo("95");
	}

	@Test
	void movesAndRemovesWhatIsInAList() {
		long scheme = founding();
		List<String> codes = codes(scheme);
		act(scheme, "questionnaires[0]", Act.DOWN, "items[0]", "");
		assertThat(codes(scheme)).startsWith(codes.get(1), codes.get(0));
		act(scheme, "questionnaires[0]", Act.UP, "items[1]", "");
		assertThat(codes(scheme)).isEqualTo(codes);
		act(scheme, "questionnaires[0]", Act.REMOVE, "items[0]", "");
		assertThat(codes(scheme)).isEqualTo(codes.subList(1, codes.size()));
	}

	private List<String> codes(long scheme) {
		return rules(scheme).questionnaires().getFirst().items().stream().map((item) -> item.code()).toList();
	}

	private static List<String> kinds() {
		return List.of(Kinds.names().split(", "));
	}

	/** A kind that cannot be added would need words in the editor. */
	@ParameterizedTest
	@MethodSource("kinds")
	void addsANodeOfEveryKindAndDescribesIt(String kind) {
		long scheme = founding();
		String place = act(scheme, "trees[0].root", Act.ADD, "parts", kind);
		Part part = part(scheme, place);
		assertThat(part.kind()).isEqualTo(kind);
		assertThat(part.fields()).isNotEmpty();
		assertThat(part.outline()).isNotNull();
		act(scheme, "trees[0].root", Act.REMOVE, place.substring("trees[0].root.".length()), "");
		assertThat(As.office(() -> this.drafts.faults(scheme))).isEmpty();
	}

	@ParameterizedTest
	@org.junit.jupiter.params.provider.CsvSource({ "scales,''", "scales[0],levels", "questionnaires,''",
			"questionnaires[0],items", "raterClasses,''", "channels,''", "channels[0],asked",
			"channels[0],validity.shares", "adjustments,bonuses", "adjustments,deductions", "adjustments,vetoes",
			"adjustments,causes", "adjustments,handlings", "trees,''", "ranking,grades", "ranking,gradeRules",
			"ranking,marks", "'',notes" })
	void addsToEveryList(String place, String list) {
		long scheme = founding();
		String added = act(scheme, place, Act.ADD, list, "");
		assertThat(added).endsWith("]");
		assertThat(part(scheme, added).fields()).isNotEmpty();
	}

	@Test
	void aNewPartTakesTheWeightThatIsLeft() {
		long scheme = founding();
		type(scheme, "trees[0].root.parts[0]", Map.of("parts[0].weight", List.of("60.5")));
		String added = act(scheme, "trees[0].root.parts[0]", Act.ADD, "parts", "constant");
		assertThat(part(scheme, added).fields().getFirst().value()).isEqualTo("9.5");
	}

	@Test
	void refusesPlacesThatAreNotThere() {
		long scheme = founding();
		for (String place : List.of("levels", "trees[99]", "scales[0", "scales[0].code", "..", "x".repeat(600))) {
			assertThatExceptionOfType(Refusal.class).as(place)
				.isThrownBy(() -> part(scheme, place))
				.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(HttpStatus.NOT_FOUND));
		}
	}

	@Test
	void letsOnlyTheOfficeEdit() {
		long scheme = founding();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("liaison1", () -> this.drafts.part(scheme, ""), "ROLE_LIAISON"));
		Edit edit = Edit.of(part(scheme, ""), Map.of());
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("auditor1", () -> this.drafts.change(scheme, edit), "ROLE_AUDITOR"));
	}

}
