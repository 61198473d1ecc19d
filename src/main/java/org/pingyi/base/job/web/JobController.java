package org.pingyi.base.job.web;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.job.JobFile;
import org.pingyi.base.job.Jobs;
import org.pingyi.base.web.Download;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The jobs of whoever is signed in: how far they are, and what came of them. */
@Controller
@RequestMapping("/desk/jobs")
class JobController {

	private static final int PAGE = 20;

	private final Jobs jobs;

	private final Clock clock;

	JobController(Jobs jobs, Clock clock) {
		this.jobs = jobs;
		this.clock = clock;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return this.clock.getZone();
	}

	@GetMapping
	String list(Pageable page, Model model) {
		model.addAttribute("page", this.jobs.own(PageRequest.of(page.getPageNumber(), PAGE)));
		return "base/job/list";
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		model.addAttribute("job", this.jobs.find(id));
		return "base/job/show";
	}

	/** To take a result is an act: where that opens something, it is in the trail. */
	@PostMapping("/{id}/file")
	void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
		JobFile file = this.jobs.take(id);
		response.setContentType(file.type());
		response.setContentLengthLong(file.size());
		Download.named(file.name()).forEach((header, values) -> response.setHeader(header, values.getFirst()));
		this.jobs.send(id, response.getOutputStream());
		response.flushBuffer();
		if (file.once()) {
			this.jobs.erase(id);
		}
	}

	@PostMapping("/{id}/cancellation")
	String cancel(@PathVariable UUID id) {
		this.jobs.cancel(id);
		return "redirect:/desk/jobs/" + id;
	}

	@PostMapping("/{id}/erasure")
	String erase(@PathVariable UUID id, RedirectAttributes redirect) {
		this.jobs.erase(id);
		redirect.addFlashAttribute("notice", "job.erased");
		return "redirect:/desk/jobs/" + id;
	}

}
