package org.pingyi.rules.scheme.web;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A draft's questionnaire as whoever fills it will see it; nothing can be sent. */
@Controller
@RequestMapping("/desk/schemes/{scheme:[0-9]{1,18}}/preview/{channel}")
class PreviewController {

	private final Schemes schemes;

	private final Outline outline;

	PreviewController(Schemes schemes, Outline outline) {
		this.schemes = schemes;
		this.outline = outline;
	}

	@GetMapping
	String show(@PathVariable long scheme, @PathVariable String channel, Model model) {
		Rules rules = this.schemes.drafted(scheme);
		Channel asked = rules.channel(channel).orElseThrow(() -> Refusal.notFound("scheme.noPart", channel));
		Questionnaire form = this.outline.form(rules, asked);
		Scale scale = this.outline.scale(rules, form);
		if (form == null || scale == null) {
			throw Refusal.conflict("scheme.preview.none");
		}
		model.addAttribute("scheme", scheme);
		model.addAttribute("channel", asked);
		model.addAttribute("form", form);
		model.addAttribute("position", rules.questionnaires().indexOf(form));
		model.addAttribute("scale", scale);
		return "rules/scheme/preview";
	}

}
