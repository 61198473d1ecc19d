package org.pingyi.intake.review.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.review.InvitationQuota;
import org.pingyi.intake.review.Draw;
import org.pingyi.intake.review.InvitationPreview;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.Lots;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The office invites many people from a file: upload, look, confirm, take the links. */
@Controller
@RequestMapping("/desk/invitations")
class InvitationImportController {

	private static final List<String> COLUMNS = List.of("姓名", "单位", "渠道", "类别", "评议对象", "手机");

	private static final List<String> LINK_COLUMNS = List.of("姓名", "单位", "渠道", "链接", "评议码");

	private final Invitations invitations;

	private final Lots lots;

	private final Cycles cycles;

	private final Schemes schemes;

	private final InvitationLinks links;

	InvitationImportController(Invitations invitations, Lots lots, Cycles cycles, Schemes schemes,
			InvitationLinks links) {
		this.invitations = invitations;
		this.lots = lots;
		this.cycles = cycles;
		this.schemes = schemes;
		this.links = links;
	}

	@GetMapping("/imports")
	String page(@RequestParam(required = false) @Nullable String cycle, Model model) {
		return page(chosen(cycle), model);
	}

	@PostMapping("/imports")
	String upload(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String seed,
			Model model) {
		return preview(chosen(cycle), () -> Spreadsheets.upload(file, COLUMNS), seed, model);
	}

	/** Draws by lot from a list that was looked at, and shows who was drawn. */
	@PostMapping("/imports/draw")
	String draw(@RequestParam(required = false) @Nullable String cycle, @RequestParam String file, Model model) {
		Cycle chosen = chosen(cycle);
		InvitationPreview preview = read(chosen, confirmed(file));
		String seed = preview.ready() ? this.lots.draw(chosen.id(), preview.rows()).seed() : "";
		return preview(chosen, () -> confirmed(file), seed, model);
	}

	/** Reads the looked-at rows again: what does not fit any more invites nobody. */
	@PostMapping("/imports/confirmation")
	@SentOnce("review.links.again")
	String confirm(@RequestParam(required = false) @Nullable String cycle, @RequestParam String file,
			@RequestParam(defaultValue = "") String seed, Model model) {
		Cycle chosen = chosen(cycle);
		InvitationPreview preview = read(chosen, confirmed(file));
		if (!preview.ready() || (seed.isBlank() && overfull(chosen, preview))) {
			return Forms.again(preview(chosen, () -> confirmed(file), "", model), model);
		}
		return this.links.show(chosen, seed.isBlank() ? this.invitations.inviteAll(chosen.id(), preview.rows())
				: this.lots.inviteDrawn(chosen.id(), preview.rows(), seed), model);
	}

	private boolean overfull(Cycle cycle, InvitationPreview preview) {
		return this.lots.quotas(cycle.id(), preview.rows()).stream().anyMatch(InvitationQuota::exceeded);
	}

	private InvitationPreview read(Cycle cycle, Spreadsheet sheet) {
		return this.invitations.preview(cycle.id(), sheet);
	}

	/** The rows that were looked at, as the page brought them back. */
	private static Spreadsheet confirmed(String file) {
		return Spreadsheets.read("confirmed.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
				COLUMNS);
	}

	/** The links just shown, as a file; only links that are valid are written. */
	@PostMapping("/links.csv")
	ResponseEntity<byte[]> download(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam List<String> token) {
		var channels = this.links.channels(chosen(cycle));
		List<List<String>> rows = this.invitations.issued(token)
			.stream()
			.map((one) -> List.of(one.name(), one.organisation(),
					channels.getOrDefault(one.channel(), new Text(one.channel(), null)).zh(),
					this.links.base() + one.token(), one.code()))
			.toList();
		return Download.of("invitations.csv", Download.CSV, Spreadsheets.csv(LINK_COLUMNS, rows));
	}

	private String preview(Cycle cycle, Supplier<Spreadsheet> file, String seed, Model model) {
		return Forms.result(model, () -> preview(cycle, read(cycle, file.get()), seed, model))
			.orElseGet(() -> page(cycle, model));
	}

	private String preview(Cycle cycle, InvitationPreview preview, String seed, Model model) {
		if (!preview.ready()) {
			model.addAttribute("errors", preview.errors());
			return Forms.again(page(cycle, model), model);
		}
		Draw draw = seed.isBlank() ? null : this.lots.repeat(cycle.id(), preview.rows(), seed);
		model.addAttribute("cycle", cycle);
		model.addAttribute("rows", (draw != null) ? draw.drawn() : preview.rows());
		model.addAttribute("draw", draw);
		model.addAttribute("overfull",
				this.lots.quotas(cycle.id(), preview.rows()).stream().filter(InvitationQuota::exceeded).toList());
		model.addAttribute("channels", this.links.channels(cycle));
		model.addAttribute("rules", this.schemes.rules(cycle.schemeVersion()));
		model.addAttribute("file", asFile(preview));
		return "intake/review/preview";
	}

	private static String asFile(InvitationPreview preview) {
		List<List<String>> rows = preview.rows()
			.stream()
			.map((one) -> List.of(one.name(), one.organisation(), one.channel(), one.raterClass(),
					one.units().isEmpty() ? "全部" : String.join(" ", one.units()), one.phone()))
			.toList();
		return new String(Spreadsheets.csv(COLUMNS, rows), StandardCharsets.UTF_8);
	}

	private String page(Cycle cycle, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("channelNames",
				this.links.channels(cycle).values().stream().map(Text::zh).collect(Collectors.joining("、")));
		return "intake/review/import";
	}

	private Cycle chosen(@Nullable String cycle) {
		return this.cycles.chosen(cycle).orElseThrow(() -> Refusal.conflict("review.notNow"));
	}

}
