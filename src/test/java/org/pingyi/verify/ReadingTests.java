package org.pingyi.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The verifier's own readers take what the standards say, and refuse the rest. */
class ReadingTests {

	@Test
	void readsQuotedCells() throws IOException {
		List<CsvRow> rows = rows("a,b\r\n\"one, \"\"two\"\"\r\nthree\",\r\n四,5\n");
		assertThat(rows).extracting(CsvRow::cells)
			.containsExactly(List.of("one, \"two\"\r\nthree", ""), List.of("四", "5"));
		assertThat(rows.getLast().number("b")).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1,2\n", "a,b\n\"1\"2,3\n", "a,b\n1," })
	void refusesTablesThatAreNone(String text) {
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> rows(text));
	}

	@Test
	void namesTheCellThatIsNoNumber() throws IOException {
		CsvRow row = rows("a,b\nx,2\n").getFirst();
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> row.number("a"))
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(2));
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> row.text("c"));
	}

	@Test
	void readsJsonToTheLastDigit() {
		Object read = Json.read("x.json",
				" {\"a\":[1.50,-2e3,true,false,null,{}],\"b\":\"\\u8bc4\\n\\\"\\\\\",\"c\":[]} ");
		assertThat(new ArrayList<Object>(JsonTree.list(read, "a"))).containsExactly(new BigDecimal("1.50"),
				new BigDecimal("-2E+3"), true, false, null, Map.of());
		assertThat(JsonTree.text(read, "b")).isEqualTo("评\n\"\\");
		assertThat(JsonTree.list(read, "c")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[1", "[1 2]", "{\"a\" 1}", "{a:1}", "\"x", "tru", "1 2", "-", "[1,]" })
	void refusesJsonThatIsNone(String text) {
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> Json.read("x.json", text));
	}

	@Test
	void namesWhereTwoDocumentsDiffer() {
		Object one = Json.read("x", "{\"a\":{\"b\":[1,2]},\"c\":1}");
		Object other = Json.read("x", "{\"a\":{\"b\":[1,3]},\"d\":1}");
		assertThat(JsonTree.differences(one, other)).containsExactly("a.b.1", "c", "d");
		assertThat(JsonTree.differences(one, one)).isEmpty();
	}

	private static List<CsvRow> rows(String text) throws IOException {
		List<CsvRow> rows = new ArrayList<>();
		Csv.read("x.csv", new BufferedReader(new StringReader(text)), rows::add);
		return rows;
	}

}
