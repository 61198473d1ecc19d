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
			PrintedCode code = PrintedCode.random();
			assertThat(code.grouped()).matches("[2-9A-HJ-KM-NP-Z]{4}(-[2-9A-HJ-KM-NP-Z]{4}){3}");
			assertThat(PrintedCode.read(code.grouped())).contains(code);
		}
	}

	@Test
	void readsSmallLettersBlanksAndFullWidth() {
		PrintedCode code = PrintedCode.random();
		assertThat(PrintedCode.read(" " + code.grouped().toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
			.contains(code);
		StringBuilder wide = new StringBuilder();
		code.characters().chars().forEach((character) -> wide.appendCodePoint(character - '!' + '！'));
		assertThat(PrintedCode.read(wide.toString())).contains(code);
	}

	@Test
	void noticesEveryWrongCharacter() {
		String characters = PrintedCode.random().characters();
		IntStream.range(0, characters.length()).forEach((place) -> ALPHABET.chars().forEach((character) -> {
			StringBuilder other = new StringBuilder(characters);
			other.setCharAt(place, (char) character);
			assertThat(PrintedCode.read(other.toString()).isPresent()).isEqualTo(characters.charAt(place) == character);
		}));
	}

	@Test
	void noticesAnyTwoCharactersInTheWrongOrder() {
		for (int round = 0; round < 200; round++) {
			String characters = PrintedCode.random().characters();
			for (int one = 0; one < 15; one++) {
				for (int other = one + 1; other < 15; other++) {
					StringBuilder swapped = new StringBuilder(characters);
					swapped.setCharAt(one, characters.charAt(other));
					swapped.setCharAt(other, characters.charAt(one));
					assertThat(PrintedCode.read(swapped.toString()).isPresent())
						.isEqualTo(characters.charAt(one) == characters.charAt(other));
				}
			}
		}
	}

	@Test
	void takesNothingShorterLongerOrForeign() {
		String characters = PrintedCode.random().characters();
		assertThat(PrintedCode.read("")).isEmpty();
		assertThat(PrintedCode.read(characters.substring(1))).isEmpty();
		assertThat(PrintedCode.read(characters + characters.charAt(0))).isEmpty();
		assertThat(PrintedCode.read("O" + characters.substring(1))).isEmpty();
		assertThat(PrintedCode.read("评议评议评议评议评议评议评议评议")).isEmpty();
	}

	@Test
	void tellsNobodyWhatItIs() {
		PrintedCode code = PrintedCode.random();
		assertThat(code.toString()).doesNotContain(code.characters(), code.grouped());
	}

}
