package org.pingyi.base.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.pingyi.base.account.Activations;
import org.pingyi.base.web.Forms;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A person's first password, or the next after one was forgotten. */
@Controller
@RequestMapping("/activation/{token}")
class ActivationController {

	private final Activations activations;

	ActivationController(Activations activations) {
		this.activations = activations;
	}

	/** Only shows: programs that preview links fetch them. */
	@GetMapping
	String page(@PathVariable String token, Model model) {
		model.addAttribute("form", new ActivationForm("", ""));
		return page(token, model, "base/account/activation");
	}

	@PostMapping
	String activate(@PathVariable String token, @Valid @ModelAttribute("form") ActivationForm form,
			BindingResult errors, Model model) {
		NewPassword.requireSame(form.password(), form.repeated(), errors);
		if (Forms.accepts(errors, () -> this.activations.activate(token, form.password()))) {
			return "redirect:/login?activated";
		}
		return page(token, model, "base/account/activation");
	}

	private String page(String token, Model model, String view) {
		model.addAttribute("person", this.activations.person(token));
		model.addAttribute("token", token);
		return view;
	}

	/** What is typed to set a password. */
	record ActivationForm(@NotBlank(message = "{account.needed.password}") String password, String repeated) {
	}

}
