package org.pingyi.intake.vote.web;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.RefusalMessages;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.identity.Identities;
import org.pingyi.intake.vote.phone.CodeOrder;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way in: a mobile number, a code, a pass. Pages answer posts directly, because
 * without a session nothing would outlive a redirect.
 */
@Controller
@RequestMapping("/vote")
class PhoneController {

	private final Cycles cycles;

	private final Entrance entrance;

	private final Identities identities;

	private final Visitors visitors;

	private final VotePages pages;

	private final RefusalMessages messages;

	PhoneController(Cycles cycles, Entrance entrance, Identities identities, Visitors visitors, VotePages pages,
			RefusalMessages messages) {
		this.cycles = cycles;
		this.entrance = entrance;
		this.identities = identities;
		this.visitors = visitors;
		this.pages = pages;
		this.messages = messages;
	}

	// Whoever reloads by the address bar has left the form behind.
	@GetMapping({ "/codes", "/passes", "/choice", "/sheet", "/review", "/ballots" })
	String startAgain() {
		return "redirect:/vote";
	}

	@PostMapping("/codes")
	String send(@ModelAttribute("form") PhoneForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String work, Model model, HttpServletRequest request) {
		Cycle cycle = open();
		Optional<PhoneNumber> phone = PhoneNumber.read(form.phone());
		if (phone.isEmpty()) {
			errors.rejectValue("phone", "vote.phone.invalid");
			return start(cycle, model);
		}
		Visitor visitor = this.visitors.of(request);
		return result(errors, () -> this.entrance.order(phone.get(), form.order(), work, visitor))
			.map((order) -> sent(order, model))
			.orElseGet(() -> start(cycle, model));
	}

	@PostMapping("/passes")
	String enter(@ModelAttribute("form") CodeForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String ticket, @RequestParam(defaultValue = "") String device, Model model,
			HttpServletRequest request) {
		Cycle cycle = open();
		Visitor visitor = this.visitors.of(request, device);
		return result(errors, () -> pass(form, ticket, visitor, cycle.id()))
			.map((pass) -> this.pages.choice(pass, VoteForm.blank(), model))
			.orElseGet(() -> again(form, ticket, cycle, model));
	}

	private static String sent(CodeOrder order, Model model) {
		model.addAttribute("form", new CodeForm(order.phone().digits(), order.token(), ""));
		return code(order.phone(), model);
	}

	private VotePass pass(CodeForm form, String ticket, Visitor visitor, long cycle) {
		return ticket.isBlank() ? this.entrance.byPhone(number(form), form.order(), form.code(), visitor, cycle)
				: this.entrance.byPrintedCode(ticket, visitor, cycle);
	}

	private String again(CodeForm form, String ticket, Cycle cycle, Model model) {
		model.addAttribute("ticket", ticket);
		return ticket.isBlank() ? code(number(form), model) : start(cycle, model);
	}

	/** What a citizen reads in the form says what to do as well. */
	private <T> Optional<T> result(BindingResult errors, Supplier<T> act) {
		try {
			return Optional.of(act.get());
		}
		catch (Refusal refusal) {
			this.messages.addTo(errors, refusal);
			return Optional.empty();
		}
	}

	private static PhoneNumber number(CodeForm form) {
		return PhoneNumber.read(form.phone()).orElseThrow(() -> Refusal.invalid("vote.phone.invalid"));
	}

	private Cycle open() {
		return this.cycles.current().orElseThrow(() -> Refusal.conflict("vote.notOpen"));
	}

	private String start(Cycle cycle, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("ways", this.entrance.ways());
		model.addAttribute("identity", this.identities.label(LocaleContextHolder.getLocale()).orElse(null));
		return "intake/vote/start";
	}

	private static String code(PhoneNumber phone, Model model) {
		model.addAttribute("masked", phone.masked());
		return "intake/vote/code";
	}

	/** What is typed to get a code. */
	record PhoneForm(String phone, String order) {

		PhoneForm {
			phone = (phone != null) ? phone : "";
			order = (order != null) ? order : "";
		}

	}

	/** What is typed to get a pass. */
	record CodeForm(String phone, String order, String code) {

		CodeForm {
			phone = (phone != null) ? phone : "";
			order = (order != null) ? order : "";
			code = (code != null) ? code : "";
		}

	}

}
