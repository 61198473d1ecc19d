package org.pingyi.intake.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.review.ReviewSheet;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.SheetUnit;
import org.pingyi.rules.scoring.Item;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All units of a sheet on one page, to be put in order by their places. */
@Controller
@RequestMapping("/review/{token}/order")
class OrderController {

	private final ReviewSheets sheets;

	OrderController(ReviewSheets sheets) {
		this.sheets = sheets;
	}

	@GetMapping
	String show(@PathVariable String token, Model model) {
		return page(placed(token), Map.of(), model);
	}

	/** Keeps every place that can be one, and names the others. */
	@PostMapping(headers = "!HX-Request")
	String save(@PathVariable String token, @RequestParam Map<String, String> typed, Model model) {
		if (!keep(token, typed).isEmpty()) {
			return Forms.again(page(placed(token), typed, model), model);
		}
		return "redirect:/review/" + token + "/order";
	}

	/** The same address as {@link #save}, asked by a script after each place. */
	@PostMapping(headers = "HX-Request")
	String saveQuietly(@PathVariable String token, @RequestParam Map<String, String> typed, Model model,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.VARY, "HX-Request");
		keep(token, typed);
		page(placed(token), typed, model);
		return "intake/review/order :: used";
	}

	@ExceptionHandler
	ModelAndView refused(Refusal refusal, HttpServletResponse response) {
		response.setHeader("HX-Refresh", "true");
		return new ModelAndView("intake/review/refused", Map.of("refusal", refusal), refusal.status());
	}

	/** Keeps what fits; gives back the names of the fields that do not. */
	private List<String> keep(String token, Map<String, String> typed) {
		ReviewSheet sheet = placed(token);
		Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
		for (SheetUnit row : sheet.units()) {
			places.put(row.unit().code(), places(sheet, row, typed));
		}
		this.sheets.saveOrder(token, places);
		return wrong(sheet, typed);
	}

	private static Map<String, Integer> places(ReviewSheet sheet, SheetUnit row, Map<String, String> typed) {
		Map<String, Integer> places = new LinkedHashMap<>();
		for (Item item : sheet.form().questionnaire().items()) {
			String place = typed.getOrDefault(name(row, item), "").strip();
			sheet.form().code(place).ifPresent((code) -> places.put(item.code(), code));
		}
		return places;
	}

	private static List<String> wrong(ReviewSheet sheet, Map<String, String> typed) {
		return sheet.units()
			.stream()
			.flatMap((row) -> sheet.form().questionnaire().items().stream().map((item) -> name(row, item)))
			.filter((name) -> !typed.getOrDefault(name, "").isBlank())
			.filter((name) -> sheet.form().code(typed.getOrDefault(name, "").strip()).isEmpty())
			.toList();
	}

	private ReviewSheet placed(String token) {
		ReviewSheet sheet = this.sheets.open(token);
		if (!sheet.hasPlaces()) {
			throw Refusal.notFound("review.noOrder");
		}
		return sheet;
	}

	private static String name(SheetUnit row, Item item) {
		return row.unit().code() + "." + item.code();
	}

	private static String page(ReviewSheet sheet, Map<String, String> typed, Model model) {
		model.addAttribute("sheet", sheet);
		model.addAttribute("typed", typed);
		model.addAttribute("wrong", wrong(sheet, typed));
		model.addAttribute("places", sheet.places());
		model.addAttribute("ready", sheet.incomplete().isEmpty() && sheet.refusal().isEmpty());
		return "intake/review/order";
	}

}
