package org.pingyi.intake.vote.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.base.web.Option;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Rules;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pages of a vote, filled with what the citizen has typed so far. */
@Component
class VotePages {

	private final Cycles cycles;

	private final Schemes schemes;

	private final BallotForms forms;

	private final VotePasses passes;

	VotePages(Cycles cycles, Schemes schemes, BallotForms forms, VotePasses passes) {
		this.cycles = cycles;
		this.schemes = schemes;
		this.forms = forms;
		this.passes = passes;
	}

	/** The page on which units are picked. */
	String choice(VotePass pass, VoteForm vote, Model model) {
		BallotForm form = form(pass);
		common(pass, vote, form, model);
		model.addAttribute("groups", byGroup(form.units()));
		return "intake/vote/choice";
	}

	/** The page on which the picked units are rated. */
	String sheet(VotePass pass, VoteForm vote, Model model) {
		common(pass, vote, form(pass), model);
		return "intake/vote/sheet";
	}

	/** The page that shows everything once more. */
	String review(VotePass pass, VoteForm vote, Model model) {
		common(pass, vote, form(pass), model);
		return "intake/vote/review";
	}

	/** The sheets of the picked units, in the order of the list. */
	List<UnitForm> sheets(VotePass pass, VoteForm vote) {
		return sheets(form(pass), vote);
	}

	/** The online form; a scheme without one cannot be voted on. */
	private BallotForm form(VotePass pass) {
		return this.forms.of(pass.cycle(), Door.VOTE)
			.stream()
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("vote.noForm"));
	}

	private void common(VotePass pass, VoteForm vote, BallotForm form, Model model) {
		Cycle cycle = this.cycles.byId(pass.cycle());
		model.addAttribute("cycle", cycle);
		model.addAttribute("pass", this.passes.sign(pass));
		model.addAttribute("vote", vote);
		model.addAttribute("form", form);
		model.addAttribute("sheets", sheets(form, vote));
		model.addAttribute("raterClasses", raterClasses(form, this.schemes.rules(cycle.schemeVersion())));
	}

	private static List<UnitForm> sheets(BallotForm form, VoteForm vote) {
		List<UnitForm> sheets = new ArrayList<>();
		for (Participant unit : form.units()) {
			if (vote.units().contains(unit.code())) {
				sheets.add(new UnitForm(form, unit, vote.typed()));
			}
		}
		return sheets;
	}

	private static Map<String, List<Participant>> byGroup(List<Participant> units) {
		return units.stream()
			.collect(Collectors.groupingBy(Participant::groupName, LinkedHashMap::new,
					Collectors.toCollection(ArrayList::new)));
	}

	/** Whom to ask who they are; nobody when there is only one kind. */
	private static List<Option> raterClasses(BallotForm form, Rules rules) {
		Locale locale = LocaleContextHolder.getLocale();
		List<String> codes = form.channel().raterClasses();
		return (codes.size() < 2) ? List.of()
				: codes.stream().map((code) -> new Option(code, rules.raterClassName(code).in(locale))).toList();
	}

}
