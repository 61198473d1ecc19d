package org.pingyi.outcome.result.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Download;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Everybody takes along what a published year can be counted again from. */
@Controller
class RecountController {

	private final AuditFiles files;

	private final RecountCache board;

	private final Cycles cycles;

	RecountController(AuditFiles files, RecountCache board, Cycles cycles) {
		this.board = board;
		this.files = files;
		this.cycles = cycles;
	}

	@GetMapping("/results/{cycle}/recount")
	String recount(@PathVariable("cycle") String code, Model model) {
		model.addAttribute("recount", this.board.of(this.cycles.byCode(code)));
		return "outcome/result/recount";
	}

	@GetMapping("/results/{cycle}/recount.zip")
	void files(@PathVariable("cycle") String code, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		// Published pages are held back until their tag is known; this one flows.
		ShallowEtagHeaderFilter.disableContentCaching(request);
		Download.send(this.files.published(this.cycles.byCode(code).id()), Download.ZIP, response);
	}

}
