package org.pingyi.intake.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.review.PageState;
import org.pingyi.intake.review.ReviewSheet;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.SheetLink;
import org.pingyi.intake.review.SheetUnit;
import org.pingyi.intake.review.UnitAnswers;
import org.pingyi.rules.scoring.Item;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's sheet behind their link: the units, one unit at a time, the sign-off. */
@Controller
@RequestMapping("/review/sheets/{link}")
class ReviewController {

	static final String SHEETS = "/review/sheets/";

	private final ReviewSheets sheets;

	private final Clock clock;

	ReviewController(ReviewSheets sheets, Clock clock) {
		this.sheets = sheets;
		this.clock = clock;
	}

	@GetMapping
	String sheet(SheetLink link, Model model) {
		ReviewSheet sheet = this.sheets.open(link.token());
		model.addAttribute("sheet", sheet);
		model.addAttribute("next", sheet.incomplete().stream().findFirst().orElse(null));
		return "intake/review/sheet";
	}

	@GetMapping("/units/{code}")
	String unit(SheetLink link, @PathVariable String code, Model model) {
		ReviewSheet sheet = this.sheets.open(link.token());
		return unitPage(sheet, unit(sheet, code), PageState.fresh(), List.of(), model);
	}

	/**
	 * Keeps what is marked, goes on when the unit is complete, else names what is
	 * missing.
	 */
	@PostMapping(path = "/units/{code}", headers = "!HX-Request")
	String save(SheetLink link, @PathVariable String code, @RequestParam Map<String, String> typed, Model model) {
		ReviewSheet sheet = this.sheets.open(link.token());
		UnitAnswers answers = answers(sheet.form(), typed);
		SheetUnit row = new SheetUnit(unit(sheet, code).unit(), answers, false, false);
		if (answers.opinion().length() > Submission.LONGEST_OPINION) {
			return Forms.again(unitPage(sheet, row, answers.state(), List.of(), model), model);
		}
		this.sheets.save(link.token(), code, answers);
		List<Item> missing = missing(sheet.form(), answers);
		if (!missing.isEmpty() && !answers.empty()) {
			return Forms.again(unitPage(sheet, row, answers.state(), missing, model), model);
		}
		return "redirect:" + sheet.after(code)
			.map((next) -> SHEETS + link.address() + "/units/" + next.unit().code())
			.orElse(SHEETS + link.address());
	}

	/** The same address as {@link #save}, asked by a script after each mark. */
	@PostMapping(path = "/units/{code}", headers = "HX-Request")
	String saveQuietly(SheetLink link, @PathVariable String code, @RequestParam Map<String, String> typed,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.VARY, "HX-Request");
		this.sheets.save(link.token(), code, answers(this.sheets.open(link.token()).form(), typed));
		return "intake/review/unit :: saved";
	}

	@GetMapping("/signature")
	String signature(SheetLink link, Model model) {
		return signaturePage(this.sheets.open(link.token()), UUID.randomUUID().toString(), false, model);
	}

	/**
	 * Answers with the receipts themselves and does not redirect: they are stored
	 * nowhere, so this is the only time that they can be shown.
	 */
	@PostMapping("/signature")
	String sign(SheetLink link, @RequestParam(defaultValue = "") String key,
			@RequestParam(defaultValue = "false") boolean leaveOut, Model model) {
		ReviewSheet sheet = this.sheets.open(link.token());
		boolean unconfirmed = sheet.complete().isEmpty() || (!sheet.incomplete().isEmpty() && !leaveOut);
		if (unconfirmed || sheet.refusal().isPresent()) {
			return Forms.again(signaturePage(sheet, key, unconfirmed, model), model);
		}
		model.addAttribute("sheet", sheet);
		model.addAttribute("day", LocalDate.now(this.clock));
		model.addAttribute("receipts", this.sheets.signOff(link.token(), key));
		return "intake/review/thanks";
	}

	private static String unitPage(ReviewSheet sheet, SheetUnit row, PageState state, List<Item> missing, Model model) {
		String code = row.unit().code();
		model.addAttribute("sheet", sheet);
		model.addAttribute("row", row);
		model.addAttribute("place", sheet.place(code));
		model.addAttribute("before", sheet.before(code).orElse(null));
		model.addAttribute("after", sheet.after(code).orElse(null));
		model.addAttribute("state", state.text());
		model.addAttribute("missing", missing);
		model.addAttribute("tooLong", row.answers().opinion().length() > Submission.LONGEST_OPINION);
		return "intake/review/unit";
	}

	private static String signaturePage(ReviewSheet sheet, String key, boolean unconfirmed, Model model) {
		model.addAttribute("sheet", sheet);
		model.addAttribute("key", key);
		model.addAttribute("unconfirmed", unconfirmed);
		model.addAttribute("refusal", sheet.refusal().orElse(null));
		return "intake/review/signature";
	}

	private static SheetUnit unit(ReviewSheet sheet, String code) {
		return sheet.unit(code).orElseThrow(() -> Refusal.notFound("review.notOnSheet"));
	}

	private static UnitAnswers answers(BallotForm form, Map<String, String> typed) {
		Map<String, Integer> answers = new LinkedHashMap<>();
		form.questionnaire()
			.items()
			.forEach((item) -> form.code(typed.getOrDefault("answer." + item.code(), ""))
				.ifPresent((code) -> answers.put(item.code(), code)));
		return new UnitAnswers(answers, typed.getOrDefault("opinion", "").strip().replace("\0", ""),
				typed.containsKey("mayForward"), PageState.read(typed.getOrDefault("state", "")));
	}

	private static List<Item> missing(BallotForm form, UnitAnswers answers) {
		return form.questionnaire()
			.items()
			.stream()
			.filter((item) -> !answers.answers().containsKey(item.code()))
			.toList();
	}

}
