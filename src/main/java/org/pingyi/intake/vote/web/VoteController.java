package org.pingyi.intake.vote.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.web.Forms;
import org.pingyi.intake.ballot.RightUsed;
import org.pingyi.intake.ballot.form.SheetRefused;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Picking, rating, reviewing, submitting. Nothing is stored before the last step; each
 * page carries all that was typed to the next.
 */
@Controller
@RequestMapping("/vote")
class VoteController {

	private final VotePasses passes;

	private final VotePages pages;

	private final SheetSubmission submitting;

	VoteController(VotePasses passes, VotePages pages, SheetSubmission submitting) {
		this.passes = passes;
		this.pages = pages;
		this.submitting = submitting;
	}

	@PostMapping("/choice")
	String choose(HttpServletRequest request, Model model) {
		VoteForm vote = VoteForm.of(request);
		return this.pages.choice(this.passes.read(vote.pass()), vote, model);
	}

	@PostMapping("/sheet")
	String rate(HttpServletRequest request, Model model) {
		VoteForm vote = VoteForm.of(request);
		VotePass pass = this.passes.read(vote.pass());
		int picked = this.pages.sheets(pass, vote).size();
		if (picked == 0 || picked > SheetSubmission.MOST_UNITS) {
			model.addAttribute("fault", (picked == 0) ? "vote.choice.none" : "vote.choice.tooMany");
			return Forms.again(this.pages.choice(pass, vote, model), model);
		}
		return this.pages.sheet(pass, vote, model);
	}

	@PostMapping("/review")
	String review(HttpServletRequest request, Model model, Locale locale) {
		VoteForm vote = VoteForm.of(request);
		VotePass pass = this.passes.read(vote.pass());
		List<UnitForm> sheets = this.pages.sheets(pass, vote);
		List<Fault> faults = faults(sheets, locale);
		if (!faults.isEmpty()) {
			model.addAttribute("faults", faults);
			return Forms.again(this.pages.sheet(pass, vote, model), model);
		}
		Optional<SheetRefused> refused = refusal(sheets);
		refused.ifPresent((refusal) -> Forms.refuse(model, refusal));
		return refused.isPresent() ? this.pages.sheet(pass, vote, model) : this.pages.review(pass, vote, model);
	}

	/** What is wrong with all the forms together. */
	private static Optional<SheetRefused> refusal(List<UnitForm> sheets) {
		return sheets.stream().findFirst().flatMap((first) -> first.form().refusal(UnitForm.answers(sheets)));
	}

	@PostMapping("/ballots")
	String submit(Model model, HttpServletRequest request) {
		VoteForm vote = VoteForm.of(request);
		VotePass pass = this.passes.read(vote.pass());
		List<UnitForm> sheets = this.pages.sheets(pass, vote);
		try {
			model.addAttribute("receipts", this.submitting.submit(pass, vote, sheets, request));
			return "intake/vote/receipts";
		}
		catch (SheetRefused refused) {
			Forms.refuse(model, refused);
			return this.pages.sheet(pass, vote, model);
		}
		catch (RightUsed used) {
			Forms.refuse(model, used);
			return rated(pass, vote, sheets, Set.copyOf(used.units()), model);
		}
	}

	private String rated(VotePass pass, VoteForm vote, List<UnitForm> sheets, Set<Long> used, Model model) {
		List<UnitForm> left = sheets.stream().filter((sheet) -> !used.contains(sheet.unit().unit())).toList();
		VoteForm rest = vote.with(left.stream().map((sheet) -> sheet.unit().code()).toList());
		model.addAttribute("rated", sheets.stream().filter((sheet) -> used.contains(sheet.unit().unit())).toList());
		this.pages.review(pass, rest, model);
		return "intake/vote/rated";
	}

	private static List<Fault> faults(List<UnitForm> sheets, Locale locale) {
		List<Fault> faults = new ArrayList<>();
		for (UnitForm sheet : sheets) {
			sheet.unanswered()
				.forEach((item) -> faults.add(new Fault(sheet.name(item.code()), "vote.sheet.unanswered",
						sheet.unit().name(), item.text().in(locale))));
			if (sheet.opinionTooLong()) {
				faults.add(new Fault(sheet.name("opinion"), "vote.sheet.opinionTooLong", sheet.unit().name(), ""));
			}
		}
		return faults;
	}

	/** What is wrong with a field of the sheet. */
	record Fault(String field, String key, String unit, String item) {
	}

}
