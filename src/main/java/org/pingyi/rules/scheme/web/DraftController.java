package org.pingyi.rules.scheme.web;

import java.util.List;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.Forms;
import org.pingyi.rules.scheme.Draft;
import org.pingyi.rules.scheme.Drafts;
import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scheme.draft.Field;
import org.pingyi.rules.scheme.draft.Part;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A scheme's draft: read, checked, replaced and frozen. */
@Controller
@RequestMapping("/desk/schemes/{scheme:[0-9]{1,18}}")
class DraftController {

	/** The places of the parts that a draft is edited by, in the order of writing one. */
	private static final List<String> SECTIONS = List.of("", "raterClasses", "scales", "questionnaires", "channels",
			"adjustments", "trees", "ranking");

	private final Schemes schemes;

	private final Drafts drafts;

	DraftController(Schemes schemes, Drafts drafts) {
		this.schemes = schemes;
		this.drafts = drafts;
	}

	/** A part of the draft with how it stands. */
	public record Section(Part part) {

		/** How many records its list holds, or -1 where it is no list. */
		public int count() {
			Field first = this.part.fields().getFirst();
			return first.name().isEmpty() ? first.entries().size() : -1;
		}

	}

	@GetMapping
	String show(@PathVariable long scheme, Model model) {
		Draft draft = this.schemes.draft(scheme);
		model.addAttribute("draft", draft);
		model.addAttribute("rules", this.schemes.drafted(scheme));
		model.addAttribute("sections", this.drafts.parts(scheme, SECTIONS).stream().map(Section::new).toList());
		model.addAttribute("faults", this.drafts.faults(scheme));
		model.addAttribute("warnings", this.drafts.warnings(scheme));
		model.addAttribute("versions",
				this.schemes.versions().stream().filter((version) -> version.scheme() == scheme).toList());
		return "rules/scheme/draft";
	}

	@GetMapping("/document")
	String document(@PathVariable long scheme, Model model) {
		Draft draft = this.schemes.draft(scheme);
		model.addAttribute("draft", draft);
		model.addAttribute("form", new DocumentForm(draft.document(), null));
		return "rules/scheme/document";
	}

	@PostMapping("/document")
	String redraft(@PathVariable long scheme, @ModelAttribute("form") DocumentForm form, Model model,
			RedirectAttributes flash) {
		try {
			this.schemes.redraft(scheme, form.content());
			flash.addFlashAttribute("notice", "scheme.redrafted");
			return "redirect:/desk/schemes/" + scheme;
		}
		catch (SchemeRefused refused) {
			Forms.refuse(model, refused);
			model.addAttribute("draft", this.schemes.draft(scheme));
			model.addAttribute("form", form.again());
			return "rules/scheme/document";
		}
	}

	@GetMapping("/file")
	ResponseEntity<byte[]> file(@PathVariable long scheme) {
		return Download.json("scheme-" + scheme + "-draft.json", this.schemes.draft(scheme).document());
	}

	@PostMapping("/versions")
	String freeze(@PathVariable long scheme, Model model, RedirectAttributes flash) {
		try {
			SchemeVersion version = this.schemes.freeze(scheme);
			flash.addFlashAttribute("notice", "scheme.frozen");
			return "redirect:/desk/schemes/versions/" + version.id();
		}
		catch (SchemeRefused refused) {
			Forms.refuse(model, refused);
			return show(scheme, model);
		}
	}

}
