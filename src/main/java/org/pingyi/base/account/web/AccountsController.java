package org.pingyi.base.account.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.pingyi.base.account.Account;
import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Activations;
import org.pingyi.base.account.NewAccount;
import org.pingyi.base.account.Person;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.once.SentOnce;

import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
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

/** The system administrator's accounts. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsController {

	private final Accounts accounts;

	private final Activations activations;

	private final Units units;

	AccountsController(Accounts accounts, Activations activations, Units units) {
		this.accounts = accounts;
		this.activations = activations;
		this.units = units;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String text, @PageableDefault(size = 20) Pageable page, Model model) {
		model.addAttribute("page", this.accounts.search(text, page));
		model.addAttribute("text", text);
		return "base/account/list";
	}

	@GetMapping("/new")
	String form(Model model) {
		model.addAttribute("form", new AccountForm("", "", ""));
		return form(model, "base/account/new");
	}

	@PostMapping
	@Reauthenticated("audit.act.account.created")
	@SentOnce("account.link.again")
	String create(@Valid @ModelAttribute("form") AccountForm form, BindingResult errors, Model model) {
		if (Forms.accepts(errors, () -> this.accounts.create(form.account()))) {
			return link(form.account().login(), model);
		}
		return form(model, "base/account/new");
	}

	@GetMapping("/{login}")
	String show(@PathVariable String login, Model model) {
		model.addAttribute("account", this.accounts.byLogin(login));
		model.addAttribute("unissuable", this.activations.unissuable(login).orElse(null));
		model.addAttribute("indispensable", this.accounts.indispensable(login).orElse(null));
		return "base/account/show";
	}

	@PostMapping("/{login}/link")
	@Reauthenticated("audit.act.account.linkIssued")
	@SentOnce("account.link.again")
	String link(@PathVariable String login, Model model) {
		Account account = this.accounts.byLogin(login);
		String token = this.activations.issue(login);
		return OneTimeLink.show(model, token, new Person(login, account.name()), "/admin/accounts/" + login);
	}

	@PostMapping("/{login}/suspension")
	String disable(@PathVariable String login, RedirectAttributes redirect) {
		this.accounts.disable(login);
		return done(login, "account.disabled", redirect);
	}

	@PostMapping("/{login}/readmission")
	String enable(@PathVariable String login, RedirectAttributes redirect) {
		this.accounts.enable(login);
		return done(login, "account.enabled", redirect);
	}

	private static String done(String login, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("login", login);
		return "redirect:/admin/accounts/{login}";
	}

	private String form(Model model, String view) {
		List<Option> units = this.units.all().stream().map((unit) -> new Option(unit.code(), unit.name())).toList();
		model.addAttribute("units", units);
		return view;
	}

	/** What is typed to open an account. */
	record AccountForm(@NotBlank(message = "{account.needed.login}") String login,
			@NotBlank(message = "{account.needed.name}") String name, String unit) {

		NewAccount account() {
			return new NewAccount(this.login.strip(), this.name.strip(), this.unit);
		}

	}

}
