package org.pingyi.outcome.result.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.kept.Spool;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An auditor takes closed years along, to verify them elsewhere. */
@Controller
class AuditFilesController {

	private final AuditFiles files;

	private final Cycles cycles;

	private final Spool spool;

	AuditFilesController(AuditFiles files, Cycles cycles, Spool spool) {
		this.spool = spool;
		this.files = files;
		this.cycles = cycles;
	}

	@GetMapping("/audit/cycles")
	String cycles(Model model) {
		model.addAttribute("cycles", this.files.cycles());
		return "outcome/result/auditfiles";
	}

	@GetMapping("/audit/cycles/{code}/files")
	void files(@PathVariable String code, HttpServletResponse response) throws IOException {
		this.spool.send(this.files.take(this.cycles.byCode(code).id()), Download.ZIP, response);
	}

}
