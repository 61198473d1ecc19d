package org.pingyi.intake.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.SheetRefused;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.intake.kiosk.WindowAnswers;
import org.pingyi.intake.kiosk.WindowForm;
import org.pingyi.rules.scoring.Item;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** The window form that a ticket opens, on the tablet or on the visitor's phone. */
@Controller
class WindowFormController {

	private final Tickets tickets;

	WindowFormController(Tickets tickets) {
		this.tickets = tickets;
	}

	@GetMapping("/q/{ticket}")
	String form(@PathVariable String ticket, Model model) {
		WindowForm form = this.tickets.form(ticket);
		model.addAttribute("key", UUID.randomUUID().toString());
		return page(form, new WindowAnswers(defaultRater(form), Map.of(), "", false), List.of(), model);
	}

	/**
	 * Answers with the receipt itself and does not redirect: a receipt in an address
	 * would stand in histories and logs beside the ticket. The same form again is
	 * answered alike.
	 */
	@PostMapping("/q/{ticket}")
	String submit(@PathVariable String ticket, @RequestParam(defaultValue = "") String key,
			@RequestParam Map<String, String> typed, Model model) {
		WindowForm form = this.tickets.formAgain(ticket);
		WindowAnswers answers = answers(form, typed);
		List<Item> missing = missing(form.form(), answers);
		if (!missing.isEmpty() || answers.opinion().length() > Submission.LONGEST_OPINION) {
			model.addAttribute("key", key);
			return Forms.again(page(form, answers, missing, model), model);
		}
		Optional<SheetRefused> refusal = form.form().refusal(Map.of(form.unit().unit(), answers.answers()));
		if (refusal.isPresent()) {
			model.addAttribute("key", key);
			Forms.refuse(model, refusal.get());
			return page(form, answers, missing, model);
		}
		model.addAttribute("receipt", this.tickets.submit(ticket, key, answers));
		model.addAttribute("onTablet", !form.ownPhone());
		return "intake/kiosk/thanks";
	}

	/** Says what happened in the tablet's own frame, with a way back to its welcome. */
	@ExceptionHandler
	ModelAndView refused(Refusal refusal, HttpServletRequest request) {
		return new ModelAndView("intake/kiosk/refused",
				Map.of("refusal", refusal, "onTablet", this.tickets.onTablet(ticketOf(request))), refusal.status());
	}

	private String page(WindowForm form, WindowAnswers answers, List<Item> missing, Model model) {
		model.addAttribute("sheet", form);
		model.addAttribute("typed", answers);
		model.addAttribute("missing", missing);
		model.addAttribute("missingCodes", missing.stream().map(Item::code).collect(Collectors.toSet()));
		model.addAttribute("tooLong", answers.opinion().length() > Submission.LONGEST_OPINION);
		return "intake/kiosk/form";
	}

	private static String defaultRater(WindowForm form) {
		return form.form().channel().raterClasses().getFirst();
	}

	private static WindowAnswers answers(WindowForm form, Map<String, String> typed) {
		Map<String, Integer> answers = new LinkedHashMap<>();
		form.form()
			.questionnaire()
			.items()
			.forEach((item) -> form.form()
				.code(typed.getOrDefault("answer." + item.code(), ""))
				.ifPresent((code) -> answers.put(item.code(), code)));
		String rater = typed.getOrDefault("rater", "");
		Set<String> raters = Set.copyOf(form.form().channel().raterClasses());
		return new WindowAnswers(raters.contains(rater) ? rater : defaultRater(form), answers,
				typed.getOrDefault("opinion", "").strip(), typed.containsKey("mayForward"));
	}

	private static List<Item> missing(BallotForm form, WindowAnswers answers) {
		return form.questionnaire()
			.items()
			.stream()
			.filter((item) -> !answers.answers().containsKey(item.code()))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static String ticketOf(HttpServletRequest request) {
		Map<String, String> variables = (Map<String, String>) request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return variables.getOrDefault("ticket", "");
	}

}
