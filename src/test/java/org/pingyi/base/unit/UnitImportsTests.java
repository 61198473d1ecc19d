package org.pingyi.base.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A file of units: all of it or nothing, and what is wrong cell by cell. */
@PingyiTest
class UnitImportsTests {

	private static final String HEADINGS = "代码,名称,简称,分组,窗口服务,垂直管理,上级评奖,起始日期";

	private static final String GOOD = "SLJ,市水利局,水利局,窗口服务部门,是,否,,2026-01-01";

	private final UnitImports imports;

	private final Units units;

	private final UnitSamples samples;

	UnitImportsTests(UnitImports imports, Units units, UnitSamples samples) {
		this.imports = imports;
		this.units = units;
		this.samples = samples;
	}

	@Test
	void readsARow() {
		this.samples.city();
		assertThat(check(sheet(HEADINGS, GOOD)).rows()).containsExactly(
				new NewUnit("SLJ", "市水利局", "水利局", "WIN", "", Set.of(Trait.WINDOW), LocalDate.of(2026, 1, 1)));
	}

	@Test
	void takesEnglishHeadingsCodesOfGroupsAndOtherDates() {
		this.samples.city();
		ImportPreview preview = check(sheet("code,name,short,group,window,vertical,awards,from",
				"slj,市水利局,水利局,win,Yes,no,1,2026年1月5日", "LYJ,市林业局,林业局,LAW,否,TRUE,0,2026/1/5"));
		assertThat(preview.errors()).isEmpty();
		assertThat(preview.rows()).extracting(NewUnit::from).containsOnly(LocalDate.of(2026, 1, 5));
		assertThat(preview.rows()).extracting(NewUnit::group).containsExactly("WIN", "LAW");
	}

	@Test
	void takesSearchWordsWhereTheFileHasThem() {
		this.samples.city();
		Spreadsheet sheet = sheet(HEADINGS + ",搜索用词", GOOD + ",取水证、排水　供水", "XFJ,市信访局,信访局,ADM,否,否,否,2026-01-01,");
		assertThat(As.office(() -> this.imports.importAll(sheet))).isEqualTo(2);
		assertThat(this.units.byCode("SLJ").orElseThrow().services()).isEqualTo("取水证 排水 供水");
		assertThat(this.units.byCode("XFJ").orElseThrow().services()).isEqualTo("上访");
	}

	@Test
	void refusesMoreSearchWordsThanAUnitCanHave() {
		this.samples.city();
		String words = "水".repeat(201);
		assertThat(check(sheet(HEADINGS + ",搜索用词", GOOD + "," + words)).errors())
			.containsExactly(new RowError(2, "搜索用词", "unit.import.tooLong", words));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			,市水利局,水利局,WIN,是,否,否,2026-01-01              | 代码     | missing       | ''
			水利,市水利局,水利局,WIN,是,否,否,2026-01-01          | 代码     | codeMalformed | 水利
			SWJ,市水利局,水利局,WIN,是,否,否,2026-01-01           | 代码     | taken         | SWJ
			SLJ,市水务局,水利局,WIN,是,否,否,2026-01-01           | 名称     | taken         | 市水务局
			SLJ,,水利局,WIN,是,否,否,2026-01-01                  | 名称     | missing       | ''
			SLJ,市水利局,,WIN,是,否,否,2026-01-01                | 简称     | missing       | ''
			SLJ,市水利局,一二三四五六七八九十一二三四五六七八九十一,WIN,是,否,否,2026-01-01 | 简称 | tooLong | 一二三四五六七八九十一二三四五六七八九十一
			SLJ,市水利局,水利局,,是,否,否,2026-01-01             | 分组     | missing       | ''
			SLJ,市水利局,水利局,其他,是,否,否,2026-01-01          | 分组     | groupUnknown  | 其他
			SLJ,市水利局,水利局,WIN,也许,否,否,2026-01-01        | 窗口服务 | yesOrNo       | 也许
			SLJ,市水利局,水利局,WIN,是,2,否,2026-01-01           | 垂直管理 | yesOrNo       | 2
			SLJ,市水利局,水利局,WIN,是,否,?,2026-01-01           | 上级评奖 | yesOrNo       | ?
			SLJ,市水利局,水利局,WIN,是,否,否,                    | 起始日期 | missing       | ''
			SLJ,市水利局,水利局,WIN,是,否,否,明年                 | 起始日期 | date          | 明年
			SLJ,市水利局,水利局,WIN,是,否,否,9999-01-01          | 起始日期 | date          | 9999-01-01
			SLJ,市水利局,水利局,WIN,是,否,否,2026-02-30          | 起始日期 | date          | 2026-02-30
			""")
	void namesTheCellThatIsWrong(String row, String column, String error, String value) {
		this.samples.city();
		ImportPreview preview = check(sheet(HEADINGS, "LYJ,市林业局,林业局,LAW,否,否,否,2026-01-01", row));
		assertThat(preview.errors()).containsExactly(new RowError(3, column, "unit.import." + error, value));
	}

	@Test
	void findsTheSameCodeTwiceInTheFile() {
		this.samples.city();
		ImportPreview preview = check(sheet(HEADINGS, GOOD, "SLJ,市林业局,林业局,LAW,否,否,否,2026-01-01"));
		assertThat(preview.errors()).containsExactly(new RowError(3, "代码", "unit.import.taken", "SLJ"));
	}

	@Test
	void namesEveryColumnThatIsMissing() {
		assertThat(check(sheet("代码,名称", "SLJ,市水利局")).errors()).extracting(RowError::column)
			.containsExactly("简称", "分组", "窗口服务", "垂直管理", "上级评奖", "起始日期");
	}

	@Test
	void importsNothingWhenARowIsWrong() {
		this.samples.city();
		Spreadsheet sheet = sheet(HEADINGS, GOOD, "LYJ,市林业局,林业局,其他,否,否,否,2026-01-01");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(() -> this.imports.importAll(sheet)))
			.extracting(Refusal::key)
			.isEqualTo("unit.import.refused");
		assertThat(this.units.byCode("SLJ")).isEmpty();
	}

	@Test
	void waitsForTheConfirmationOfWhoeverUploaded() {
		this.samples.city();
		UUID id = As.office(() -> this.imports.keep(sheet(HEADINGS, GOOD)));
		assertThat(As.office(() -> this.imports.preview(id)).ready()).isTrue();
		gone(() -> As.secondOffice(() -> this.imports.confirm(id)));
		assertThat(As.office(() -> this.imports.confirm(id))).isEqualTo(1);
		assertThat(this.units.byCode("SLJ")).isPresent();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(() -> this.imports.confirm(id)))
			.extracting(Refusal::key)
			.isEqualTo("unit.import.used");
	}

	@Test
	void keepsAFileThatBecameWrong() {
		this.samples.city();
		UUID id = As.office(() -> this.imports.keep(sheet(HEADINGS, GOOD)));
		this.samples.registered("SLJ", "市水利和湖泊局", "WIN");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(() -> this.imports.confirm(id)));
		assertThat(As.office(() -> this.imports.preview(id)).errors()).hasSize(1);
	}

	@Test
	void importsTheSampleCity() throws IOException {
		As.office(() -> {
			this.units.addGroup("WIN", "窗口服务部门");
			this.units.addGroup("ADM", "综合管理部门");
			this.units.addGroup("PTY", "党群部门");
			this.units.addGroup("LAW", "执法监管部门");
			return this.units.addGroup("VER", "垂直管理单位");
		});
		String[] lines = new ClassPathResource("sample/units.csv").getContentAsString(StandardCharsets.UTF_8)
			.split("\n");
		Spreadsheet sheet = sheet(lines[0], Arrays.copyOfRange(lines, 1, lines.length));
		assertThat(As.office(() -> this.imports.importAll(sheet))).isBetween(55, 65);
		assertThat(this.units.all()).extracting(Unit::group).contains("WIN", "ADM", "PTY", "LAW", "VER");
		assertThat(this.samples.taxOffice().name()).isEqualTo("市税务局");
	}

	private ImportPreview check(Spreadsheet sheet) {
		return As.office(() -> this.imports.check(sheet));
	}

	private static void gone(ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::key).isEqualTo("unit.import.gone");
	}

	private static Spreadsheet sheet(String headings, String... rows) {
		List<String> header = List.of(headings.split(","));
		return new Spreadsheet(header,
				IntStream.range(0, rows.length).mapToObj((number) -> row(number + 2, header, rows[number])).toList());
	}

	private static Spreadsheet.Row row(int number, List<String> header, String row) {
		String[] texts = row.split(",", -1);
		Map<String, String> cells = new LinkedHashMap<>();
		IntStream.range(0, header.size()).forEach((column) -> cells.put(header.get(column), texts[column].strip()));
		return new Spreadsheet.Row(number, cells);
	}

}
