package org.pingyi.intake.vote.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.ClientAddress;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.RefusalMessages;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.identity.Identities;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
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

	private final ClientAddress addresses;

	private final VotePages pages;

	private final RefusalMessages words;

	PhoneController(Cycles cycles, Entrance entrance, Identities identities, ClientAddress addresses, VotePages pages,
			RefusalMessages words) {
		this.cycles = cycles;
		this.entrance = entrance;
		this.identities = identities;
		this.addresses = addresses;
		this.pages = pages;
		this.words = words;
	}

	// Whoever reloads by the address bar has left the form behind.
	@GetMapping({ "/codes", "/passes", "/choice", "/sheet", "/review", "/ballots" })
	String startAgain() {
		return "redirect:/vote";
	}

	@PostMapping("/codes")
	String send(@ModelAttribute("form") PhoneForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String work, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Cycle cycle = open();
		PhoneNumber phone = PhoneNumber.read(form.phone()).orElse(null);
		if (phone == null) {
			errors.rejectValue("phone", "vote.phone.invalid");
			response.setStatus(422);
			return start(cycle, model);
		}
		try {
			this.entrance.order(phone, work, this.addresses.household(request));
		}
		catch (Refusal refusal) {
			refuse(refusal, errors, response);
			return start(cycle, model);
		}
		model.addAttribute("form", new CodeForm(phone.digits(), ""));
		return code(phone, model);
	}

	@PostMapping("/passes")
	String enter(@ModelAttribute("form") CodeForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String ticket, @RequestParam(defaultValue = "") String device, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Cycle cycle = open();
		Visitor visitor = new Visitor(this.addresses.household(request), device);
		try {
			VotePass pass = ticket.isBlank() ? this.entrance.byPhone(number(form), form.code(), visitor, cycle.id())
					: this.entrance.byPrintedCode(ticket, visitor, cycle.id());
			return this.pages.choice(pass, VoteForm.blank(), model);
		}
		catch (Refusal refusal) {
			refuse(refusal, errors, response);
			model.addAttribute("ticket", ticket);
			return ticket.isBlank() ? code(number(form), model) : start(cycle, model);
		}
	}

	private void refuse(Refusal refusal, BindingResult errors, HttpServletResponse response) {
		RefusalMessages.mark(response, refusal);
		String said = this.words.of(refusal);
		errors.addError(refusal.key().startsWith("vote.code.")
				? new FieldError("form", "code", errors.getFieldValue("code"), false, null, null, said)
				: new ObjectError("form", said));
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
	record PhoneForm(String phone) {

		PhoneForm {
			phone = (phone != null) ? phone : "";
		}

	}

	/** What is typed to get a pass. */
	record CodeForm(String phone, String code) {

		CodeForm {
			phone = (phone != null) ? phone : "";
			code = (code != null) ? code : "";
		}

	}

}
