package org.pingyi.intake.hotline.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.pingyi.base.job.JobState;
import org.pingyi.base.job.Jobs;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.hotline.CaseFiles;
import org.pingyi.intake.hotline.CasePreview;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

/**
 * Takes cases in from a file: upload, look, confirm; a job stores them. The number of the
 * file is the key of its form: what was confirmed leads to its job, however often it is
 * sent.
 */
@Controller
@RequestMapping("/desk/hotline")
class CaseImportController {

	private static final int PAGE = 50;

	private final CaseFiles files;

	private final Jobs jobs;

	private final Cycles cycles;

	CaseImportController(CaseFiles files, Jobs jobs, Cycles cycles) {
		this.files = files;
		this.jobs = jobs;
		this.cycles = cycles;
	}

	@GetMapping("/template.csv")
	ResponseEntity<byte[]> template() {
		return Download.of("hotline.csv", Download.CSV, Spreadsheets.csv(this.files.columns(), List.of()));
	}

	@GetMapping("/imports")
	String page(@RequestParam String cycle, Model model) {
		model.addAttribute("cycle", this.cycles.byCode(cycle));
		model.addAttribute("columns", this.files.columns());
		model.addAttribute("most", CaseFiles.MOST);
		return "intake/hotline/upload";
	}

	@PostMapping("/imports")
	String upload(@RequestParam String cycle, @RequestParam(required = false) @Nullable MultipartFile file,
			Model model) {
		Cycle chosen = this.cycles.byCode(cycle);
		return Forms.result(model, () -> upload(chosen, file))
			.map((read) -> read.ready() ? "redirect:/desk/hotline/imports/" + read.id() : refused(cycle, read, model))
			.orElseGet(() -> page(cycle, model));
	}

	private CasePreview upload(Cycle cycle, @Nullable MultipartFile file) {
		String name = (file != null) ? Objects.requireNonNullElse(file.getOriginalFilename(), "") : "";
		return this.files.upload(cycle, name,
				(reader) -> Spreadsheets.upload(file, this.files.columns(), CaseFiles.MOST, reader),
				PageRequest.of(0, PAGE));
	}

	/** The first faults; where there are more, all of them have a page. */
	private String refused(String cycle, CasePreview file, Model model) {
		model.addAttribute("errors", file.errors().getContent());
		model.addAttribute("errorCount", file.errors().getTotalElements());
		model.addAttribute("file", file.errors().hasNext() ? file.id() : null);
		return Forms.again(page(cycle, model), model);
	}

	/** What would come of a file; once it was confirmed, what becomes of it. */
	@GetMapping("/imports/{file}")
	String show(@PathVariable UUID file, @RequestParam(defaultValue = "0") int page, Model model) {
		if (confirmed(file)) {
			return job(file);
		}
		CasePreview checked = this.files.preview(file, PageRequest.of(Math.clamp(page, 0, CaseFiles.MOST), PAGE));
		Map<Long, Participant> units = this.cycles.participants(checked.cycle())
			.stream()
			.collect(Collectors.toMap(Participant::unit, (unit) -> unit));
		model.addAttribute("cycle", this.cycles.byId(checked.cycle()));
		model.addAttribute("checked", checked);
		model.addAttribute("units", units);
		model.addAttribute("errorCount", checked.errors().getTotalElements());
		return "intake/hotline/preview";
	}

	/** Checks the file again: what does not fit any more stores nothing. */
	@PostMapping("/imports/{file}/confirmation")
	String confirm(@PathVariable UUID file, Model model) {
		if (confirmed(file) || Forms.accepts(model, () -> this.files.confirm(file))) {
			return job(file);
		}
		return show(file, 0, model);
	}

	private boolean confirmed(UUID file) {
		return this.jobs.find(file).state() != JobState.PREPARED;
	}

	private static String job(UUID file) {
		return "redirect:/desk/jobs/" + file;
	}

}
