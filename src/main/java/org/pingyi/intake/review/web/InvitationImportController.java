package org.pingyi.intake.review.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.pingyi.base.job.JobState;
import org.pingyi.base.job.Jobs;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.review.Draw;
import org.pingyi.intake.review.InvitationQuota;
import org.pingyi.intake.review.Lots;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.intake.review.list.InvitationLists;
import org.pingyi.intake.review.list.InvitationPreview;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Text;

/**
 * The office invites many people from a file: upload, look, confirm; a job makes the
 * links. The number of the list is the key of its forms: what was confirmed leads to its
 * job, however often it is sent.
 */
@Controller
@RequestMapping("/desk/invitations/imports")
class InvitationImportController {

	private static final int PAGE = 50;

	private static final String ADDRESS = "redirect:/desk/invitations/imports/{list}";

	private final InvitationLists lists;

	private final Lots lots;

	private final Jobs jobs;

	private final Cycles cycles;

	private final Schemes schemes;

	private final InvitationLinks links;

	InvitationImportController(InvitationLists lists, Lots lots, Jobs jobs, Cycles cycles, Schemes schemes,
			InvitationLinks links) {
		this.lists = lists;
		this.lots = lots;
		this.jobs = jobs;
		this.cycles = cycles;
		this.schemes = schemes;
		this.links = links;
	}

	@GetMapping
	String page(@RequestParam(required = false) @Nullable String cycle, Model model) {
		return page(chosen(cycle), model);
	}

	@PostMapping
	String upload(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String seed,
			Model model, RedirectAttributes redirect) {
		Cycle chosen = chosen(cycle);
		return Forms.result(model, () -> upload(chosen, file, seed.strip()))
			.map((list) -> list.ready() ? looked(list, seed.strip(), redirect) : refused(chosen, list, model))
			.orElseGet(() -> page(chosen, model));
	}

	private InvitationPreview upload(Cycle cycle, @Nullable MultipartFile file, String seed) {
		String name = (file != null) ? Objects.requireNonNullElse(file.getOriginalFilename(), "") : "";
		InvitationPreview list = this.lists.upload(cycle, name,
				(reader) -> Spreadsheets.upload(file, this.lists.columns(), InvitationLists.MOST, reader));
		if (!seed.isEmpty() && list.ready()) {
			this.lots.repeat(cycle.id(), list.people(), seed);
		}
		return list;
	}

	private static String looked(InvitationPreview list, String seed, RedirectAttributes redirect) {
		redirect.addAttribute("list", list.id());
		if (!seed.isEmpty()) {
			redirect.addAttribute("seed", seed);
		}
		return ADDRESS;
	}

	/** The first faults; where there are more, all of them have a page. */
	private String refused(Cycle cycle, InvitationPreview list, Model model) {
		model.addAttribute("errors", list.errors().stream().limit(PAGE).toList());
		model.addAttribute("errorCount", list.errors().size());
		model.addAttribute("list", (list.errors().size() > PAGE) ? list.id() : null);
		return Forms.again(page(cycle, model), model);
	}

	/** What would come of a list; once it was confirmed, what becomes of it. */
	@GetMapping("/{list}")
	String show(@PathVariable UUID list, @RequestParam(defaultValue = "") String seed,
			@RequestParam(defaultValue = "false") boolean left, @RequestParam(defaultValue = "0") int page,
			Model model) {
		if (confirmed(list)) {
			return job(list);
		}
		InvitationPreview preview = this.lists.preview(list);
		Draw draw = (seed.isBlank() || !preview.ready()) ? null
				: this.lots.repeat(preview.cycle(), preview.people(), seed);
		model.addAttribute("draw", draw);
		model.addAttribute("left", left);
		PageRequest request = PageRequest.of(Math.clamp(page, 0, InvitationLists.MOST), PAGE);
		model.addAttribute("people", page(people(preview, draw, left), request));
		model.addAttribute("errors", page(preview.errors(), request));
		model.addAttribute("errorCount", preview.errors().size());
		return preview(preview, model);
	}

	private static List<NewInvitation> people(InvitationPreview preview, @Nullable Draw draw, boolean left) {
		if (draw == null) {
			return preview.people();
		}
		return left ? draw.left() : draw.drawn();
	}

	private String preview(InvitationPreview preview, Model model) {
		Cycle cycle = this.cycles.byId(preview.cycle());
		model.addAttribute("list", preview.id());
		model.addAttribute("ready", preview.ready());
		model.addAttribute("cycle", cycle);
		model.addAttribute("overfull",
				this.lots.quotas(cycle.id(), preview.people()).stream().filter(InvitationQuota::exceeded).toList());
		model.addAttribute("channels", this.links.channels(cycle));
		model.addAttribute("rules", this.schemes.rules(cycle.schemeVersion()));
		return "intake/review/preview";
	}

	/** Draws by lot from a list that was looked at, and shows who was drawn. */
	@PostMapping("/{list}/draw")
	String draw(@PathVariable UUID list, Model model, RedirectAttributes redirect) {
		if (confirmed(list)) {
			return job(list);
		}
		return Forms.result(model, () -> this.lists.draw(list)).map((seed) -> {
			redirect.addAttribute("seed", seed);
			return ADDRESS;
		}).orElseGet(() -> show(list, "", false, 0, model));
	}

	/** Checks the list again: what does not fit any more invites nobody. */
	@PostMapping("/{list}/confirmation")
	String confirm(@PathVariable UUID list, @RequestParam(defaultValue = "") String seed,
			@RequestParam(defaultValue = "false") boolean erased, Model model) {
		if (confirmed(list) || Forms.accepts(model, () -> this.lists.confirm(list, seed, erased))) {
			return job(list);
		}
		return show(list, "", false, 0, model);
	}

	private boolean confirmed(UUID list) {
		return this.jobs.find(list).state() != JobState.PREPARED;
	}

	private static String job(UUID list) {
		return "redirect:/desk/jobs/" + list;
	}

	private String page(Cycle cycle, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("most", InvitationLists.MOST);
		model.addAttribute("channelNames",
				this.links.channels(cycle).values().stream().map(Text::zh).collect(Collectors.joining("、")));
		return "intake/review/import";
	}

	private static <T> Page<T> page(List<T> all, PageRequest request) {
		int from = (int) Math.min(request.getOffset(), all.size());
		return new PageImpl<>(all.subList(from, Math.min(from + PAGE, all.size())), request, all.size());
	}

	private Cycle chosen(@Nullable String cycle) {
		return this.cycles.chosen(cycle).orElseThrow(() -> Refusal.conflict("review.notNow"));
	}

}
