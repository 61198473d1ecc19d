package org.pingyi.intake.vote.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.vote.card.CodeBatches;
import org.pingyi.intake.vote.card.NewBatch;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Rules;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office makes batches of printed codes and takes them back. */
@Controller
@RequestMapping("/desk/codes")
class BatchController {

	private static final int PAGE = 50;

	private static final Set<Phase> MAKING = Set.of(Phase.ANNOUNCED, Phase.OPENED);

	private final CodeBatches batches;

	private final Cycles cycles;

	private final Schemes schemes;

	private final MessageSource messages;

	private final CodeSheets sheets;

	BatchController(CodeBatches batches, Cycles cycles, Schemes schemes, MessageSource messages, CodeSheets sheets) {
		this.batches = batches;
		this.cycles = cycles;
		this.schemes = schemes;
		this.messages = messages;
		this.sheets = sheets;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String cycle, @RequestParam(defaultValue = "0") int page,
			Model model) {
		model.addAttribute("cycles", this.cycles.all());
		this.cycles.chosen(cycle).ifPresent((chosen) -> {
			model.addAttribute("cycle", chosen);
			model.addAttribute("making", MAKING.contains(chosen.phase()));
			model.addAttribute("rules", this.schemes.rules(chosen.schemeVersion()));
			model.addAttribute("page",
					this.batches.page(chosen.id(), PageRequest.of(Math.clamp(page, 0, 1_000_000), PAGE)));
		});
		return "intake/vote/batches";
	}

	@GetMapping("/new")
	String form(@RequestParam(required = false) @Nullable String cycle, Model model) {
		model.addAttribute("form", new Make("", "", "", null));
		return form(chosen(cycle), model);
	}

	@PostMapping
	@SentOnce("vote.batch.again")
	String make(@RequestParam(required = false) @Nullable String cycle, @Valid @ModelAttribute("form") Make form,
			BindingResult errors, Model model) {
		Cycle chosen = chosen(cycle);
		return Forms.result(errors, () -> this.batches.make(chosen.id(), form.batch()))
			.map((issued) -> this.sheets.show(chosen, issued, model))
			.orElseGet(() -> form(chosen, model));
	}

	@PostMapping("/{batch}/withdrawal")
	String withdraw(@PathVariable long batch, @RequestParam(defaultValue = "") String cycle,
			RedirectAttributes redirect) {
		this.batches.withdraw(batch);
		redirect.addFlashAttribute("notice", "vote.batch.withdrawn.done");
		redirect.addAttribute("cycle", cycle);
		return "redirect:/desk/codes";
	}

	private Cycle chosen(@Nullable String cycle) {
		return this.cycles.chosen(cycle).orElseThrow(() -> Refusal.conflict("vote.batch.notNow"));
	}

	private String form(Cycle cycle, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("raters", raters(cycle));
		return "intake/vote/batchnew";
	}

	/** Everybody, or one of the classes that the online form asks about. */
	private List<Option> raters(Cycle cycle) {
		Locale locale = LocaleContextHolder.getLocale();
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		Option everybody = new Option("", this.messages.getMessage("vote.batch.everybody", null, locale));
		return Stream
			.concat(Stream.of(everybody),
					this.batches.raterClasses(cycle.id())
						.stream()
						.map((code) -> new Option(code, rules.raterClassName(code).in(locale))))
			.toList();
	}

	/** What the office types. */
	record Make(
			@NotBlank(message = "{vote.batch.name.missing}") @Size(max = 60,
					message = "{vote.batch.name.tooLong}") String name,
			@Size(max = 60, message = "{vote.batch.audience.tooLong}") String audience, String raters,
			@NotNull(message = "{vote.batch.number.missing}") @Min(value = 1,
					message = "{vote.batch.number.range}") @Max(value = NewBatch.MOST,
							message = "{vote.batch.number.range}") @Nullable Integer count) {

		NewBatch batch() {
			return new NewBatch(this.name.strip(), (this.audience != null) ? this.audience.strip() : "",
					(this.raters != null) ? this.raters : "", (this.count != null) ? this.count : 0);
		}

	}

}
