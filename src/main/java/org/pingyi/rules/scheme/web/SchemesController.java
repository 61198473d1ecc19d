package org.pingyi.rules.scheme.web;

import java.util.List;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.rules.scheme.Draft;
import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of schemes, and the ways in which one begins. */
@Controller
@RequestMapping("/desk/schemes")
class SchemesController {

	private static final String START = "rules/scheme/start";

	private final Schemes schemes;

	SchemesController(Schemes schemes) {
		this.schemes = schemes;
	}

	/** A scheme's draft with its versions, newest first. */
	public record Row(Draft draft, List<SchemeVersion> versions) {

		/** Whether the draft says what the newest version says. */
		public boolean settled() {
			return !this.versions.isEmpty() && this.versions.get(0).digest().equals(this.draft.digest());
		}

	}

	@GetMapping
	String list(Model model) {
		List<SchemeVersion> versions = this.schemes.versions();
		model.addAttribute("rows", this.schemes.drafts().stream().map((draft) -> row(draft, versions)).toList());
		return "rules/scheme/list";
	}

	private static Row row(Draft draft, List<SchemeVersion> versions) {
		return new Row(draft, versions.stream().filter((version) -> version.scheme() == draft.scheme()).toList());
	}

	@GetMapping("/new")
	String start(Model model) {
		model.addAttribute("form", new DocumentForm("", null));
		model.addAttribute("methods", this.schemes.methods());
		return START;
	}

	@PostMapping
	@SentOnce
	String take(@ModelAttribute("form") DocumentForm form, Model model, RedirectAttributes flash) {
		try {
			long scheme = this.schemes.importDraft(form.content());
			flash.addFlashAttribute("notice", "scheme.imported");
			return "redirect:/desk/schemes/" + scheme;
		}
		catch (SchemeRefused refused) {
			Forms.refuse(model, refused);
			model.addAttribute("form", form.again());
			model.addAttribute("methods", this.schemes.methods());
			return START;
		}
	}

	@PostMapping("/methods/{method}/drafts")
	@SentOnce
	String begin(@PathVariable String method, RedirectAttributes flash) {
		long scheme = this.schemes.importDraft(this.schemes.method(method));
		flash.addFlashAttribute("notice", "scheme.imported");
		return "redirect:/desk/schemes/" + scheme;
	}

}
