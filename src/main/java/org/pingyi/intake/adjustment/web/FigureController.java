package org.pingyi.intake.adjustment.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.FigureEntry;
import org.pingyi.intake.adjustment.FigureFile;
import org.pingyi.intake.adjustment.FigureNeed;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The figures that the year's scheme needs from outside: entered, imported, approved. */
@Controller
@RequestMapping("/desk/adjustments/figures")
class FigureController {

	private static final int MOST_REMARKS = 20;

	private final Figures figures;

	private final Adjustments adjustments;

	private final Cycles cycles;

	FigureController(Figures figures, Adjustments adjustments, Cycles cycles) {
		this.figures = figures;
		this.adjustments = adjustments;
		this.cycles = cycles;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String cycle, Model model, Locale locale) {
		model.addAttribute("form", new Form("", "", null, ""));
		return page(this.cycles.chosen(cycle), model, locale);
	}

	@PostMapping
	@SentOnce
	String register(@RequestParam(required = false) @Nullable String cycle, @Valid @ModelAttribute("form") Form form,
			BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
		Cycle chosen = chosen(cycle);
		if (!Forms.accepts(errors, () -> register(chosen, form))) {
			return page(Optional.of(chosen), model, locale);
		}
		return done(chosen, "adjustment.figure.registered", flash);
	}

	private void register(Cycle cycle, Form form) {
		this.figures.register(cycle.id(), List.of(form.figure(unit(cycle, form.unit()))));
	}

	private long unit(Cycle cycle, String code) {
		return Participant.of(this.cycles.participants(cycle.id()), code)
			.orElseThrow(() -> Refusal.invalid("adjustment.notTakingPart").at("unit"))
			.unit();
	}

	/** Registers every row of a file, or none and says row by row why. */
	@PostMapping("/imports")
	@SentOnce
	String upload(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) @Nullable MultipartFile file, Model model, Locale locale,
			RedirectAttributes flash) {
		Cycle chosen = chosen(cycle);
		return Forms.result(model, () -> imported(chosen, Spreadsheets.upload(file, FigureFile.COLUMNS)))
			.map((read) -> read.errors().isEmpty() ? registered(chosen, read, flash)
					: refused(chosen, read, model, locale))
			.orElseGet(() -> list(chosen.code(), model, locale));
	}

	private String refused(Cycle cycle, FigureFile read, Model model, Locale locale) {
		model.addAttribute("errors", read.errors());
		return Forms.again(list(cycle.code(), model, locale), model);
	}

	private static String registered(Cycle cycle, FigureFile file, RedirectAttributes flash) {
		if (file.remarks().isEmpty()) {
			return done(cycle, "adjustment.figure.registered", flash);
		}
		flash.addFlashAttribute("noticeArgs", new Object[] { file.remarks().size(),
				file.remarks().stream().limit(MOST_REMARKS).collect(Collectors.joining("; ")) });
		return done(cycle, "adjustment.figure.registeredRounded", flash);
	}

	/** What the file holds; everything is registered when nothing is wrong. */
	private FigureFile imported(Cycle cycle, Spreadsheet sheet) {
		FigureFile read = this.figures.read(cycle.id(), sheet);
		if (read.errors().isEmpty()) {
			this.figures.register(cycle.id(), read.figures());
		}
		return read;
	}

	@PostMapping("/approvals")
	@Reauthenticated("audit.act.adjustment.figuresApproved")
	String approve(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) @Nullable List<SeenProposal> figure, RedirectAttributes flash) {
		Cycle chosen = chosen(cycle);
		this.figures.approve(chosen.id(), Objects.requireNonNullElse(figure, List.of()));
		return done(chosen, "adjustment.figure.approved", flash);
	}

	@PostMapping("/rejections")
	String reject(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) @Nullable List<SeenProposal> figure, RedirectAttributes flash) {
		Cycle chosen = chosen(cycle);
		this.figures.reject(chosen.id(), Objects.requireNonNullElse(figure, List.of()));
		return done(chosen, "adjustment.figure.rejected", flash);
	}

	/** Takes back what whoever is signed in registered. */
	@PostMapping("/withdrawals")
	String withdraw(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) @Nullable List<Long> own, RedirectAttributes flash) {
		Cycle chosen = chosen(cycle);
		this.figures.withdraw(chosen.id(), Objects.requireNonNullElse(own, List.of()));
		return done(chosen, "adjustment.withdrawn", flash);
	}

	private Cycle chosen(@Nullable String cycle) {
		return this.cycles.chosen(cycle).orElseThrow(() -> Refusal.notFound("cycle.unknown", ""));
	}

	private static String done(Cycle cycle, String notice, RedirectAttributes flash) {
		flash.addFlashAttribute("notice", notice);
		flash.addAttribute("cycle", cycle.code());
		return "redirect:/desk/adjustments/figures";
	}

	private String page(Optional<Cycle> chosen, Model model, Locale locale) {
		model.addAttribute("cycles", this.cycles.all());
		model.addAttribute("cycle", chosen.orElse(null));
		chosen.ifPresent((cycle) -> fill(cycle, model, locale));
		return "intake/adjustment/figures";
	}

	private void fill(Cycle cycle, Model model, Locale locale) {
		List<FigureNeed> needs = this.figures.needs(cycle.id());
		model.addAttribute("taking", this.adjustments.taking(cycle));
		model.addAttribute("progress", this.figures.progress(cycle.id()));
		model.addAttribute("waiting", rows(cycle, needs));
		model.addAttribute("me", Actor.current().name());
		model.addAttribute("keys",
				needs.stream()
					.map((need) -> new Option(need.key(), (need.name().in(locale) + " " + need.limits()).strip()))
					.toList());
		model.addAttribute("units",
				needs.stream()
					.flatMap((need) -> need.units().stream())
					.distinct()
					.map((unit) -> new Option(unit.code(), unit.name()))
					.toList());
	}

	private List<Row> rows(Cycle cycle, List<FigureNeed> needs) {
		Map<Long, String> units = this.cycles.participants(cycle.id())
			.stream()
			.collect(Collectors.toMap(Participant::unit, Participant::name));
		Map<String, FigureNeed> byKey = needs.stream().collect(Collectors.toMap(FigureNeed::key, (need) -> need));
		return this.figures.waiting(cycle.id())
			.stream()
			.map((entry) -> new Row(entry, units.getOrDefault(entry.figure().unit(), ""),
					Objects.requireNonNull(byKey.get(entry.figure().key()))))
			.toList();
	}

	/** A figure that waits, with the names of its unit and of what it is. */
	record Row(FigureEntry it, String unit, FigureNeed need) {
	}

	/** A figure as the office types it. */
	record Form(@NotBlank(message = "{adjustment.figure.key.missing}") String key,
			@NotBlank(message = "{adjustment.unit.missing}") String unit,
			@NotNull(message = "{adjustment.figure.value.missing}") @Nullable BigDecimal value,
			@NotBlank(message = "{adjustment.document.missing}") @Size(max = 200,
					message = "{adjustment.document.tooLong}") String document) {

		NewFigure figure(long unit) {
			return new NewFigure(unit, this.key, Objects.requireNonNull(this.value), this.document.strip());
		}

	}

}
