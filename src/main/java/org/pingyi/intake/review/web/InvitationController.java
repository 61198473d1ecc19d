package org.pingyi.intake.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.review.ChannelProgress;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.Lots;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Rules;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office invites reviewers one by one and watches how far they are. */
@Controller
@RequestMapping("/desk/invitations")
class InvitationController {

	private static final int PAGE = 50;

	private static final Set<Phase> INVITING = Set.of(Phase.ANNOUNCED, Phase.OPENED);

	private final Invitations invitations;

	private final Lots lots;

	private final Cycles cycles;

	private final BallotForms forms;

	private final Schemes schemes;

	private final InvitationLinks links;

	InvitationController(Invitations invitations, Lots lots, Cycles cycles, BallotForms forms, Schemes schemes,
			InvitationLinks links) {
		this.invitations = invitations;
		this.lots = lots;
		this.cycles = cycles;
		this.forms = forms;
		this.schemes = schemes;
		this.links = links;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String cycle, @RequestParam(defaultValue = "") String channel,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("cycles", this.cycles.all());
		this.cycles.chosen(cycle).ifPresent((chosen) -> {
			model.addAttribute("cycle", chosen);
			model.addAttribute("channel", channel);
			model.addAttribute("inviting", INVITING.contains(chosen.phase()));
			model.addAttribute("channels",
					this.forms.of(chosen.id(), Door.REVIEW).stream().map(BallotForm::channel).toList());
			model.addAttribute("rules", this.schemes.rules(chosen.schemeVersion()));
			model.addAttribute("progress",
					this.invitations.progress(chosen.id())
						.stream()
						.collect(Collectors.toMap(ChannelProgress::channel, Function.identity())));
			model.addAttribute("quotas", this.lots.quotas(chosen.id(), List.of()));
			model.addAttribute("page",
					this.invitations.page(chosen.id(), channel, PageRequest.of(Math.clamp(page, 0, 1_000_000), PAGE)));
		});
		return "intake/review/list";
	}

	@GetMapping("/new")
	String form(@RequestParam(required = false) @Nullable String cycle, Model model) {
		model.addAttribute("form", new Invite("", "", "", "", List.of(), List.of()));
		return formPage(chosen(cycle), model);
	}

	@PostMapping
	@SentOnce("review.links.again")
	String invite(@RequestParam(required = false) @Nullable String cycle, @Valid @ModelAttribute("form") Invite form,
			BindingResult errors, Model model) {
		Cycle chosen = chosen(cycle);
		return Forms.result(errors, () -> this.invitations.invite(chosen.id(), person(chosen, form)))
			.map((issued) -> this.links.show(chosen, List.of(issued), model))
			.orElseGet(() -> formPage(chosen, model));
	}

	@PostMapping("/{id}/link")
	@SentOnce("review.links.again")
	String renew(@PathVariable long id, @RequestParam(required = false) @Nullable String cycle, Model model) {
		return this.links.show(chosen(cycle), List.of(this.invitations.renew(id)), model);
	}

	@PostMapping("/{id}/release")
	String release(@PathVariable long id, @RequestParam String cycle, RedirectAttributes redirect) {
		this.invitations.release(id);
		redirect.addFlashAttribute("notice", "review.desk.released");
		redirect.addAttribute("cycle", cycle);
		return "redirect:/desk/invitations";
	}

	@PostMapping("/{id}/revocation")
	String revoke(@PathVariable long id, @RequestParam String cycle, RedirectAttributes redirect) {
		this.invitations.revoke(id);
		redirect.addFlashAttribute("notice", "review.desk.revoked");
		redirect.addAttribute("cycle", cycle);
		return "redirect:/desk/invitations";
	}

	private Cycle chosen(@Nullable String cycle) {
		return this.cycles.chosen(cycle).orElseThrow(() -> Refusal.conflict("review.notNow"));
	}

	private String formPage(Cycle cycle, Model model) {
		List<Participant> units = this.cycles.participants(cycle.id());
		model.addAttribute("cycle", cycle);
		model.addAttribute("raters", raters(cycle));
		model.addAttribute("groups",
				units.stream().map((unit) -> new Option(unit.group(), unit.groupName())).distinct().toList());
		model.addAttribute("units", units.stream().map((unit) -> new Option(unit.code(), unit.name())).toList());
		return "intake/review/new";
	}

	/**
	 * A channel and one of its rater classes as one choice: {@code GRASSROOTS/street}.
	 */
	private List<Option> raters(Cycle cycle) {
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		List<Option> options = new ArrayList<>();
		for (BallotForm form : this.forms.of(cycle.id(), Door.REVIEW)) {
			String channel = form.channel().name().in(LocaleContextHolder.getLocale());
			for (String raterClass : form.channel().raterClasses()) {
				String name = rules.raterClassName(raterClass).in(LocaleContextHolder.getLocale());
				options.add(new Option(form.channel().code() + "/" + raterClass, channel + " · " + name));
			}
		}
		return options;
	}

	private NewInvitation person(Cycle cycle, Invite form) {
		String[] rater = form.rater().split("/", 2);
		TreeSet<String> units = new TreeSet<>(form.units());
		this.forms.of(cycle.id(), Door.REVIEW)
			.stream()
			.filter((asking) -> asking.channel().code().equals(rater[0]))
			.flatMap((asking) -> asking.units().stream())
			.filter((unit) -> form.groups().contains(unit.group()))
			.map(Participant::code)
			.forEach(units::add);
		return new NewInvitation(rater[0], (rater.length > 1) ? rater[1] : "", form.name(), form.organisation(),
				List.copyOf(units), form.phone());
	}

	/**
	 * What the office types; nothing chosen means every unit that the channel asks about.
	 */
	record Invite(
			@NotBlank(message = "{review.name.missing}") @Size(max = 60, message = "{review.name.tooLong}") String name,
			@NotBlank(message = "{review.organisation.missing}") @Size(max = 60,
					message = "{review.organisation.tooLong}") String organisation,
			@NotBlank(message = "{review.channel.missing}") String rater, String phone, List<String> groups,
			List<String> units) {

		Invite {
			phone = (phone != null) ? phone : "";
			// Binding gives null where no box is ticked.
			groups = (groups != null) ? List.copyOf(groups) : List.of();
			units = (units != null) ? List.copyOf(units) : List.of();
		}

	}

}
