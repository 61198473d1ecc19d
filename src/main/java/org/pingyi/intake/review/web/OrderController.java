package org.pingyi.intake.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.review.PageState;
import org.pingyi.intake.review.ReviewSheet;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.SheetLink;
import org.pingyi.intake.review.SheetUnit;
import org.pingyi.rules.scoring.Item;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All units of a sheet on one page, to be put in order by their places. */
@Controller
@RequestMapping("/review/sheets/{link}/order")
class OrderController {

	private final ReviewSheets sheets;

	OrderController(ReviewSheets sheets) {
		this.sheets = sheets;
	}

	@GetMapping
	String show(SheetLink link, Model model) {
		return page(placed(link.token()), Map.of("state", PageState.fresh().text()), model);
	}

	/** Keeps every place that can be one, and names the others. */
	@PostMapping(headers = "!HX-Request")
	String save(SheetLink link, @RequestParam Map<String, String> typed, Model model) {
		if (!keep(link.token(), typed).isEmpty()) {
			return Forms.again(page(placed(link.token()), typed, model), model);
		}
		return "redirect:" + ReviewController.SHEETS + link.address() + "/order";
	}

	/** The same address as {@link #save}, asked by a script after each place. */
	@PostMapping(headers = "HX-Request")
	String saveQuietly(SheetLink link, @RequestParam Map<String, String> typed, Model model,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.VARY, "HX-Request");
		keep(link.token(), typed);
		page(placed(link.token()), typed, model);
		return "intake/review/order :: used";
	}

	/** Keeps what fits; gives back the names of the fields that do not. */
	private List<String> keep(String token, Map<String, String> typed) {
		ReviewSheet sheet = placed(token);
		Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
		for (SheetUnit row : sheet.units()) {
			places.put(row.unit().code(), places(sheet, row, typed));
		}
		this.sheets.saveOrder(token, places, PageState.read(typed.getOrDefault("state", "")));
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
