package org.pingyi.intake.vote.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.vote.card.CodeBatches;
import org.pingyi.intake.vote.card.IssuedBatch;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Codes just made, as cards to print and as a file. They come back with the request,
 * which is where they are; only codes of the batch are written.
 */
@Controller
@RequestMapping("/desk/codes/{batch}")
class CodeSheetController {

	private final CodeBatches batches;

	private final Cycles cycles;

	private final CodeSheets sheets;

	CodeSheetController(CodeBatches batches, Cycles cycles, CodeSheets sheets) {
		this.batches = batches;
		this.cycles = cycles;
		this.sheets = sheets;
	}

	@PostMapping("/sheet")
	String print(@PathVariable long batch, @RequestParam(defaultValue = "") String codes,
			@RequestParam(defaultValue = "1") int first, Model model) {
		List<String> some = Arrays.stream(codes.split("\\s+", -1))
			.skip(Math.max(0, first - 1))
			.limit(CodeSheets.PART)
			.toList();
		IssuedBatch issued = this.batches.issued(batch, some);
		return this.sheets.print(this.cycles.byId(issued.batch().cycle()), issued, model);
	}

	@PostMapping("/codes.csv")
	ResponseEntity<byte[]> download(@PathVariable long batch, @RequestParam(defaultValue = "") String codes) {
		List<String> known = this.batches.issued(batch, Arrays.asList(codes.split("\\s+", -1))).codes();
		List<List<Object>> rows = IntStream.range(0, known.size())
			.mapToObj((row) -> List.<Object>of(row + 1, known.get(row), this.sheets.link(known.get(row))))
			.toList();
		return ResponseEntity.ok()
			.contentType(Download.CSV)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.headers(Download.named("codes-" + batch + ".csv"))
			.body(Spreadsheets.csv(List.of("序号", "评议码", "链接"), rows));
	}

}
