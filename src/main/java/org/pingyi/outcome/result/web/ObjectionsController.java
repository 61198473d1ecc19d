package org.pingyi.outcome.result.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Reason;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.Objection;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office reads and decides objections. */
@Controller
class ObjectionsController {

	private final Objections objections;

	private final Results results;

	private final Cycles cycles;

	private final LineOrigins origins;

	private final MessageSource messages;

	ObjectionsController(Objections objections, Results results, Cycles cycles, LineOrigins origins,
			MessageSource messages) {
		this.objections = objections;
		this.results = results;
		this.cycles = cycles;
		this.origins = origins;
		this.messages = messages;
	}

	/** What the office decides. */
	record Form(@NotNull(message = "{result.decision.required}") @Nullable Boolean upheld,
			@NotBlank(message = "{result.reason.required}") @Size(max = 2000,
					message = "{result.reason.long}") @Reason @Nullable String reason) {
	}

	@GetMapping("/desk/objections")
	String list(@RequestParam(name = "cycle", required = false) @Nullable String code, Model model) {
		model.addAttribute("cycles", this.cycles.all());
		this.cycles.chosen(code).ifPresent((cycle) -> {
			model.addAttribute("cycle", cycle);
			model.addAttribute("units", units(cycle));
			model.addAttribute("objections", this.objections.of(cycle.id()));
		});
		return "outcome/result/objections";
	}

	private Map<String, Participant> units(Cycle cycle) {
		return this.cycles.participants(cycle.id())
			.stream()
			.collect(Collectors.toMap(Participant::code, Function.identity()));
	}

	@GetMapping("/desk/objections/{id}")
	String objection(@PathVariable long id, Model model, Locale locale) {
		return page(id, new Form(null, null), model, locale);
	}

	@PostMapping("/desk/objections/{id}/decision")
	String decide(@PathVariable long id, @RequestParam(defaultValue = "") String seen,
			@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model, Locale locale,
			RedirectAttributes redirect) {
		if (!Forms.accepts(errors, () -> decide(new SeenProposal(id, seen), form))) {
			return page(id, form, model, locale);
		}
		redirect.addFlashAttribute("notice",
				Boolean.TRUE.equals(form.upheld()) ? "result.done.upheld" : "result.done.dismissed");
		redirect.addAttribute("cycle", this.cycles.byId(this.objections.byId(id).cycle()).code());
		return "redirect:/desk/objections";
	}

	private void decide(SeenProposal seen, Form form) {
		this.objections.decide(seen, Objects.requireNonNull(form.upheld()),
				Objects.requireNonNull(form.reason()).strip());
	}

	private String page(long id, Form form, Model model, Locale locale) {
		Objection objection = this.objections.byId(id);
		Card card = this.results.draftCard(objection.cycle(), objection.unit());
		model.addAttribute("form", form);
		model.addAttribute("objection", objection);
		model.addAttribute("card", card);
		model.addAttribute("choices", List.of(choice("true", "result.decision.uphold", locale),
				choice("false", "result.decision.dismiss", locale)));
		model.addAttribute("origins", this.origins.of(card));
		model.addAttribute("line", card.line(objection.line()));
		return "outcome/result/objection";
	}

	private Option choice(String value, String key, Locale locale) {
		return new Option(value, this.messages.getMessage(key, null, locale));
	}

}
