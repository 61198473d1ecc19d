package org.pingyi.base.unit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.ImportPreview;
import org.pingyi.base.unit.UnitGroup;
import org.pingyi.base.unit.UnitImport;
import org.pingyi.base.unit.UnitImports;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.Spreadsheets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings a file of units in: upload, look, confirm. */
@Controller
@RequestMapping("/desk/units/imports")
class UnitImportController {

	private static final ClassPathResource SAMPLE = new ClassPathResource("sample/units.csv");

	private final UnitImports imports;

	private final Units units;

	UnitImportController(UnitImports imports, Units units) {
		this.imports = imports;
		this.units = units;
	}

	@ModelAttribute("groups")
	List<UnitGroup> groups() {
		return this.units.groups();
	}

	/** The columns with their English aliases. */
	@ModelAttribute("columns")
	List<Option> columns() {
		return this.imports.columns();
	}

	@GetMapping
	String page() {
		return "base/unit/import";
	}

	/** A file that can be filled in, with the agencies of a sample city. */
	@GetMapping("/sample.csv")
	ResponseEntity<byte[]> sample() throws IOException {
		String text = "\uFEFF" + SAMPLE.getContentAsString(StandardCharsets.UTF_8);
		return Download.of("units.csv", Download.CSV, text.getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping
	String upload(@RequestParam(required = false) @Nullable MultipartFile file, Model model) {
		return Forms.result(model, () -> Spreadsheets.upload(file, names()))
			.map((sheet) -> upload(sheet, model))
			.orElseGet(this::page);
	}

	private List<String> names() {
		return columns().stream().flatMap((column) -> Stream.of(column.value(), column.label())).toList();
	}

	private String upload(Spreadsheet sheet, Model model) {
		ImportPreview preview = this.imports.check(sheet);
		if (preview.ready()) {
			return "redirect:/desk/units/imports/" + this.imports.keep(sheet);
		}
		Optional<UnitImport> earlier = this.imports.done(sheet);
		model.addAttribute("earlier", earlier.orElse(null));
		model.addAttribute("errors", earlier.isPresent() ? List.of() : preview.errors());
		return Forms.again(page(), model);
	}

	/** What an upload would do; once it was confirmed, what it did. */
	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		return this.imports.done(id).map((done) -> done(done, model)).orElseGet(() -> preview(id, model));
	}

	private String done(UnitImport done, Model model) {
		model.addAttribute("done", done);
		model.addAttribute("units",
				this.units.all().stream().filter((unit) -> done.codes().contains(unit.code())).toList());
		return "base/unit/imported";
	}

	private String preview(UUID id, Model model) {
		model.addAttribute("preview", this.imports.preview(id));
		model.addAttribute("earlier", this.imports.earlier(id).orElse(null));
		model.addAttribute("id", id);
		return "base/unit/preview";
	}

	@PostMapping("/{id}/confirmation")
	String confirm(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
		return Forms.result(model, () -> this.imports.confirm(id))
			.map((count) -> imported(count, redirect))
			.orElseGet(() -> show(id, model));
	}

	private static String imported(int count, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", "unit.imported");
		redirect.addFlashAttribute("noticeArgs", new Object[] { count });
		return "redirect:/desk/units";
	}

}
