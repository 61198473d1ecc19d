package org.pingyi.intake.hotline.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.hotline.CaseImport;
import org.pingyi.intake.hotline.CasesRefused;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes cases in from a file: upload, preview, confirmation. */
@Controller
@RequestMapping("/desk/hotline")
class CaseImportController {

	private final HotlineCases cases;

	private final Cycles cycles;

	CaseImportController(HotlineCases cases, Cycles cycles) {
		this.cases = cases;
		this.cycles = cycles;
	}

	@GetMapping("/template.csv")
	ResponseEntity<byte[]> template() {
		return Download.of("hotline.csv", Download.CSV, Spreadsheets.csv(this.cases.columns(), List.of()));
	}

	@GetMapping("/import")
	String upload(@RequestParam String cycle, Model model) {
		model.addAttribute("cycle", this.cycles.byCode(cycle));
		model.addAttribute("columns", this.cases.columns());
		return "intake/hotline/upload";
	}

	@PostMapping("/import")
	String preview(@RequestParam String cycle, @RequestParam(required = false) @Nullable MultipartFile file,
			Model model) {
		Cycle chosen = this.cycles.byCode(cycle);
		return Forms.result(model, () -> this.cases.check(chosen.id(), Spreadsheets.upload(file, this.cases.columns())))
			.map((checked) -> checked.errors().isEmpty() ? preview(chosen, checked, model)
					: refused(cycle, checked.errors(), model))
			.orElseGet(() -> upload(cycle, model));
	}

	private String preview(Cycle cycle, CaseImport checked, Model model) {
		Map<Long, Participant> units = this.cycles.participants(cycle.id())
			.stream()
			.collect(Collectors.toMap(Participant::unit, (unit) -> unit));
		Map<Long, String> codes = units.values()
			.stream()
			.collect(Collectors.toMap(Participant::unit, Participant::code));
		model.addAttribute("cycle", cycle);
		model.addAttribute("checked", checked);
		model.addAttribute("units", units);
		model.addAttribute("content", CaseFile.write(this.cases.columns(), checked.cases(), codes));
		return "intake/hotline/preview";
	}

	private String refused(String cycle, List<RowError> errors, Model model) {
		model.addAttribute("errors", errors);
		return Forms.again(upload(cycle, model), model);
	}

	@PostMapping("/cases")
	String take(@RequestParam String cycle, @RequestParam String content, Model model, RedirectAttributes flash) {
		try {
			int added = this.cases.take(this.cycles.byCode(cycle).id(), CaseFile.read(content, this.cases.columns()));
			flash.addFlashAttribute("notice", "hotline.imported");
			flash.addFlashAttribute("noticeArgs", new Object[] { added });
		}
		catch (CasesRefused refused) {
			return refused(cycle, refused.errors(), model);
		}
		flash.addAttribute("cycle", cycle);
		return "redirect:/desk/hotline";
	}

}
