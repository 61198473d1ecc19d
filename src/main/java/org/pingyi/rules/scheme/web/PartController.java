package org.pingyi.rules.scheme.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.base.web.Forms;
import org.pingyi.rules.scheme.Drafts;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scheme.draft.Edit.Act;
import org.pingyi.rules.scheme.draft.Edit;
import org.pingyi.rules.scheme.draft.Part;
import org.pingyi.rules.scheme.draft.PartRefused;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** One part of a draft at a time: shown as a form, changed, and its lists kept. */
@Controller
@RequestMapping("/desk/schemes/{scheme:[0-9]{1,18}}")
class PartController {

	/** What comes before the names of fields in a form. */
	private static final String FIELD = "f.";

	private static final String CHOOSE = "CHOOSE";

	private final Drafts drafts;

	private final Schemes schemes;

	private final Labels labels;

	PartController(Drafts drafts, Schemes schemes, Labels labels) {
		this.drafts = drafts;
		this.schemes = schemes;
		this.labels = labels;
	}

	@GetMapping("/part")
	String show(@PathVariable long scheme, @RequestParam(defaultValue = "") String place, Model model) {
		return page(this.drafts.part(scheme, place), model);
	}

	@GetMapping("/kinds")
	String kinds(@PathVariable long scheme, @RequestParam(defaultValue = "") String place, Model model) {
		Part part = this.drafts.part(scheme, place);
		model.addAttribute("part", part);
		model.addAttribute("heading", this.labels.choice(part.label()));
		model.addAttribute("kinds", this.drafts.kinds());
		return "rules/scheme/kinds";
	}

	@PostMapping("/part")
	String change(@PathVariable long scheme, @RequestParam MultiValueMap<String, String> form, Model model,
			RedirectAttributes flash) {
		String[] act = (first(form, "act") + "::").split(":", -1);
		boolean choose = act[0].equals(CHOOSE);
		try {
			Drafts.Changed changed = this.drafts.change(scheme, edit(form, act));
			flash.addFlashAttribute("notice", "scheme.part.saved");
			return "redirect:" + (choose ? address(scheme, "kinds", below(first(form, "place"), act[1]))
					: address(scheme, changed));
		}
		catch (PartRefused refused) {
			Forms.refuse(model, refused);
			return page(refused.part(), model);
		}
	}

	private String page(Part part, Model model) {
		model.addAttribute("part", part);
		model.addAttribute("heading", this.labels.choice(part.label()));
		model.addAttribute("draft", this.schemes.draft(part.scheme()));
		model.addAttribute("rules", this.schemes.drafted(part.scheme()));
		return "rules/scheme/part";
	}

	private static Edit edit(MultiValueMap<String, String> form, String[] act) {
		Map<String, List<String>> values = form.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(FIELD))
			.collect(Collectors.toMap((entry) -> entry.getKey().substring(FIELD.length()), Map.Entry::getValue));
		Act known = List.of(Act.values())
			.stream()
			.filter((each) -> each.name().equals(act[0]))
			.findFirst()
			.orElse(Act.NONE);
		return new Edit(first(form, "place"), first(form, "mark"), values, known, act[1], act[2]);
	}

	private static String first(MultiValueMap<String, String> form, String name) {
		String value = form.getFirst(name);
		return (value != null) ? value : "";
	}

	/** The record of the outline whose parts are added to. */
	private static String below(String place, String name) {
		return name.isEmpty() ? place : place.isEmpty() ? name : place + "." + name;
	}

	/** The page that shows a change, at what was added. */
	private static String address(long scheme, Drafts.Changed changed) {
		String address = address(scheme, "part", changed.page());
		boolean inside = changed.place().length() > changed.page().length();
		return inside ? address + "#" + changed.place().replaceAll("[^A-Za-z0-9]+", "-") : address;
	}

	private static String address(long scheme, String page, String place) {
		return UriComponentsBuilder.fromPath("/desk/schemes/{scheme}/{page}")
			.queryParam("place", "{place}")
			.encode()
			.buildAndExpand(scheme, page, place)
			.toUriString();
	}

}
