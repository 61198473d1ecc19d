package org.pingyi.rules.scheme.web.trial;

import java.util.List;

import org.pingyi.base.web.Forms;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.ScoreRefused;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tries a draft or a version on typed figures and shows the scorecard; nothing is stored.
 */
@Controller
class TrialController {

	private static final String DRAFT = "/desk/schemes/{scheme:[0-9]{1,18}}";

	private static final String VERSION = "/desk/schemes/versions/{version:[0-9]{1,18}}";

	private final Schemes schemes;

	TrialController(Schemes schemes) {
		this.schemes = schemes;
	}

	@GetMapping(DRAFT + "/trial")
	String begin(@PathVariable long scheme, @RequestParam(defaultValue = "0") int tree, Model model) {
		return begin(draft(scheme, model), tree, model);
	}

	@PostMapping(DRAFT + "/trial")
	String score(@PathVariable long scheme, @RequestParam(defaultValue = "0") int tree,
			@RequestParam MultiValueMap<String, String> values, Model model) {
		return score(draft(scheme, model), tree, values, model);
	}

	@GetMapping(VERSION + "/trial")
	String beginVersion(@PathVariable long version, @RequestParam(defaultValue = "0") int tree, Model model) {
		return begin(version(version, model), tree, model);
	}

	@PostMapping(VERSION + "/trial")
	String scoreVersion(@PathVariable long version, @RequestParam(defaultValue = "0") int tree,
			@RequestParam MultiValueMap<String, String> values, Model model) {
		return score(version(version, model), tree, values, model);
	}

	private Rules draft(long scheme, Model model) {
		model.addAttribute("back", "/desk/schemes/" + scheme);
		model.addAttribute("faults", this.schemes.check(scheme));
		return this.schemes.drafted(scheme);
	}

	private Rules version(long version, Model model) {
		model.addAttribute("back", "/desk/schemes/versions/" + version);
		model.addAttribute("faults", List.<Fault>of());
		return this.schemes.rules(version);
	}

	private static String begin(Rules rules, int tree, Model model) {
		if (isSound(model)) {
			TrialQuestions questions = ask(rules, tree, model);
			model.addAttribute("typed", new TrialForm(TrialExample.of(questions)));
		}
		return page(rules, model);
	}

	private static String score(Rules rules, int tree, MultiValueMap<String, String> values, Model model) {
		if (isSound(model)) {
			TrialForm typed = new TrialForm(values);
			model.addAttribute("typed", typed);
			score(ask(rules, tree, model), typed, model);
		}
		String page = page(rules, model);
		return model.containsAttribute("card") ? page : Forms.again(page, model);
	}

	private static void score(TrialQuestions questions, TrialForm typed, Model model) {
		Inputs inputs = TrialInputs.of(questions, typed);
		if (!typed.problems().isEmpty()) {
			return;
		}
		try {
			model.addAttribute("card", TrialCard.of(questions.rules(), Scoring.score(questions.rules(), inputs)));
		}
		catch (ScoreRefused refused) {
			model.addAttribute("refusedNode", refused.node());
		}
	}

	private static TrialQuestions ask(Rules rules, int tree, Model model) {
		int chosen = Math.max(0, Math.min(tree, rules.trees().size() - 1));
		TrialQuestions questions = TrialQuestions.of(rules, rules.trees().get(chosen));
		model.addAttribute("chosen", chosen);
		model.addAttribute("questions", questions);
		model.addAttribute("eventRows", TrialInputs.EVENTS);
		return questions;
	}

	private static boolean isSound(Model model) {
		return model.getAttribute("faults") instanceof List<?> faults && faults.isEmpty();
	}

	private static String page(Rules rules, Model model) {
		model.addAttribute("rules", rules);
		return "rules/scheme/trial";
	}

}
