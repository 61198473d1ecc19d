package org.pingyi.intake.review.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.ClientAddress;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.review.OtherBrowser;
import org.pingyi.intake.review.ReviewLinks;
import org.pingyi.intake.review.SheetLink;
import org.pingyi.intake.vote.phone.CodeOrder;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where personal links lead. A link carries its token behind {@code #}, which no browser
 * sends; the page hands it in by POST, and what is opened goes by an address of its own.
 */
@Controller
@RequestMapping("/review")
class LinkController {

	private final ReviewLinks links;

	private final SheetCookies cookies;

	private final ClientAddress addresses;

	LinkController(ReviewLinks links, SheetCookies cookies, ClientAddress addresses) {
		this.links = links;
		this.cookies = cookies;
		this.addresses = addresses;
	}

	@GetMapping
	String enter(@ModelAttribute("form") LinkForm form, HttpServletRequest request, Model model) {
		return enterPage(request, model);
	}

	/** A link of earlier versions, which carries its token in the path. */
	@GetMapping("/{token}")
	String exchange(@PathVariable String token) {
		return "redirect:/review" + SheetLink.typed(token).map((link) -> "#" + link.token()).orElse("");
	}

	@PostMapping
	String open(@ModelAttribute("form") LinkForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<SheetLink> typed = Forms.result(errors, form::link);
		if (typed.isEmpty()) {
			return enterPage(request, model);
		}
		try {
			SheetLink kept = this.cookies.find(request, typed.get().address()).orElse(typed.get());
			return opened(this.links.open(kept), request, response);
		}
		catch (OtherBrowser refusal) {
			Forms.refuse(model, refusal);
			return "intake/review/elsewhere";
		}
	}

	@PostMapping("/codes")
	String send(@ModelAttribute("form") LinkForm form, HttpServletRequest request, Model model) {
		CodeOrder order = this.links.sendCode(form.link().token(), form.order(), this.addresses.network(request));
		model.addAttribute("form", new LinkForm(form.code(), "", order.token()));
		return codePage(order.phone().masked(), model);
	}

	@PostMapping("/browsers")
	String openByCode(@ModelAttribute("form") LinkForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		return Forms.result(errors, () -> this.links.openByCode(form.link().token(), form.order(), form.digits()))
			.map((link) -> opened(link, request, response))
			.orElseGet(() -> codePage("", model));
	}

	private String opened(SheetLink link, HttpServletRequest request, HttpServletResponse response) {
		this.cookies.keep(link, request, response);
		return "redirect:" + ReviewController.SHEETS + link.address();
	}

	private String enterPage(HttpServletRequest request, Model model) {
		model.addAttribute("opened", this.links.opened(this.cookies.all(request)));
		return "intake/review/enter";
	}

	private static String codePage(String phone, Model model) {
		model.addAttribute("phone", phone);
		return "intake/review/code";
	}

	/**
	 * What is handed in.
	 *
	 * @param code token of the link, or the whole link
	 * @param digits the code of a message
	 * @param order the order that it was sent for
	 */
	record LinkForm(String code, String digits, String order) {

		LinkForm {
			code = (code != null) ? code : "";
			digits = (digits != null) ? digits : "";
			order = (order != null) ? order : "";
		}

		SheetLink link() {
			return SheetLink.typed(this.code).orElseThrow(() -> Refusal.invalid("review.codeMistyped").at("code"));
		}

	}

}
