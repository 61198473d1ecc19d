package org.pingyi.intake.vote.card;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes on paper, as they are printed and as people type them. */
class PrintedCodeTests {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	@Test
	void readsWhatItPrints() {
		for (int round = 0; round < 1000; round++) {
			PrintedCode code = PrintedCode.fresh();
			assertThat(code.grouped()).matches("[2-9A-HJ-KM-NP-Z]{4}(-[2-9A-HJ-KM-NP-Z]{4}){3}");
			assertThat(PrintedCode.read(code.grouped())).contains(code);
		}
	}

	@Test
	void readsSmallLettersBlanksAndFullWidth() {
		PrintedCode code = PrintedCode.fresh();
		assertThat(PrintedCode.read(" " + code.grouped().toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
			.contains(code);
		StringBuilder wide = new StringBuilder();
		code.signs().chars().forEach((sign) -> wide.appendCodePoint(sign - '!' + '！'));
		assertThat(PrintedCode.read(wide.toString())).contains(code);
	}

	@Test
	void noticesEveryWrongSign() {
		String signs = PrintedCode.fresh().signs();
		IntStream.range(0, signs.length()).forEach((place) -> ALPHABET.chars().forEach((sign) -> {
			StringBuilder other = new StringBuilder(signs);
			other.setCharAt(place, (char) sign);
			assertThat(PrintedCode.read(other.toString()).isPresent()).isEqualTo(signs.charAt(place) == sign);
		}));
	}

	@Test
	void noticesAnyTwoSignsInTheWrongOrder() {
		for (int round = 0; round < 200; round++) {
			String signs = PrintedCode.fresh().signs();
			for (int one = 0; one < 15; one++) {
				for (int other = one + 1; other < 15; other++) {
					StringBuilder swapped = new StringBuilder(signs);
					swapped.setCharAt(one, signs.charAt(other));
					swapped.setCharAt(other, signs.charAt(one));
					assertThat(PrintedCode.read(swapped.toString()).isPresent())
						.isEqualTo(signs.charAt(one) == signs.charAt(other));
				}
			}
		}
	}

	@Test
	void takesNothingShorterLongerOrForeign() {
		String signs = PrintedCode.fresh().signs();
		assertThat(PrintedCode.read("")).isEmpty();
		assertThat(PrintedCode.read(signs.substring(1))).isEmpty();
		assertThat(PrintedCode.read(signs + signs.charAt(0))).isEmpty();
		assertThat(PrintedCode.read("O" + signs.substring(1))).isEmpty();
		assertThat(PrintedCode.read("评议评议评议评议评议评议评议评议")).isEmpty();
	}

	@Test
	void tellsNobodyWhatItIs() {
		PrintedCode code = PrintedCode.fresh();
		assertThat(code.toString()).doesNotContain(code.signs(), code.grouped());
	}

}
