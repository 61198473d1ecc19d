package org.pingyi.intake.vote.web;

import java.util.List;
import java.util.stream.IntStream;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.QrCode;
import org.pingyi.intake.vote.card.IssuedBatch;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows codes in answer to the POST that made them, and prints them: they are stored
 * nowhere, so a redirect would have nothing to show.
 */
@Component
class CodeSheets {

	/** Cards on one sheet of print; a browser lays out so many without a pause. */
	static final int PART = 480;

	private final PublicAddress address;

	CodeSheets(PublicAddress address) {
		this.address = address;
	}

	/** The page from which codes are printed and downloaded. */
	String show(Cycle cycle, IssuedBatch issued, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("batch", issued.batch());
		model.addAttribute("codes", String.join(" ", issued.codes()));
		model.addAttribute("sample", issued.codes().getFirst());
		model.addAttribute("parts", parts(issued.codes().size()));
		return "intake/vote/issued";
	}

	/** The cards themselves. */
	String print(Cycle cycle, IssuedBatch issued, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("batch", issued.batch());
		model.addAttribute("site", this.address.of(""));
		model.addAttribute("cards", issued.codes().stream().map((code) -> new Card(code, link(code))).toList());
		return "intake/vote/cards";
	}

	/**
	 * Where a code leads to. It stands behind the stroke that browsers never send, so
	 * that no log gets to see it.
	 */
	String link(String code) {
		return this.address.of("/vote#c=" + code);
	}

	private static List<Part> parts(int count) {
		return IntStream.iterate(0, (first) -> first < count, (first) -> first + PART)
			.mapToObj((first) -> new Part(first + 1, Math.min(first + PART, count)))
			.toList();
	}

	/** Some of the codes, by their places in the batch. */
	record Part(int first, int last) {
	}

	/** One code as it is cut out. */
	record Card(String code, QrCode qr) {

		Card(String code, String link) {
			this(code, QrCode.narrow(link));
		}

	}

}
