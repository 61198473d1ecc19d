package org.pingyi.intake.kiosk.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.QrCode;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.kiosk.Kiosks;
import org.pingyi.intake.kiosk.Pairing;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office registers tablets, pairs them, and takes them out of service. */
@Controller
@RequestMapping("/desk/kiosks")
class KioskDeskController {

	private final Kiosks kiosks;

	private final Units units;

	private final PublicAddress address;

	KioskDeskController(Kiosks kiosks, Units units, PublicAddress address) {
		this.kiosks = kiosks;
		this.units = units;
		this.address = address;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", new NewTablet("", ""));
		return page(model);
	}

	@PostMapping
	@SentOnce("kiosk.desk.again")
	String register(@Valid @ModelAttribute("form") NewTablet form, BindingResult errors, Model model) {
		return Forms.result(errors, () -> this.kiosks.register(form.unit(), form.window().strip()))
			.map((pairing) -> link(pairing, model))
			.orElseGet(() -> page(model));
	}

	@PostMapping("/{tablet}/pairing")
	@SentOnce("kiosk.desk.again")
	String renew(@PathVariable long tablet, Model model) {
		return link(this.kiosks.renewPairing(tablet), model);
	}

	@PostMapping("/{tablet}/revocation")
	String revoke(@PathVariable long tablet, RedirectAttributes redirect) {
		this.kiosks.revoke(tablet);
		redirect.addFlashAttribute("notice", "kiosk.desk.revoked");
		return "redirect:/desk/kiosks";
	}

	private String page(Model model) {
		model.addAttribute("tablets", this.kiosks.all());
		model.addAttribute("units", windowUnits());
		return "intake/kiosk/list";
	}

	/** Shown in answer to the POST itself: a redirect would have to store the link. */
	private String link(Pairing pairing, Model model) {
		String address = this.address.of("/kiosk/pairing/" + pairing.token());
		model.addAttribute("address", address);
		model.addAttribute("qr", QrCode.of(address));
		return "intake/kiosk/link";
	}

	private List<Option> windowUnits() {
		return this.units.all()
			.stream()
			.filter((unit) -> unit.has(Trait.WINDOW))
			.map((unit) -> new Option(unit.code(), unit.name()))
			.toList();
	}

	/** Where a tablet will stand. */
	record NewTablet(@NotBlank(message = "{kiosk.desk.unit.missing}") String unit,
			@NotBlank(message = "{kiosk.desk.window.missing}") @Size(max = 40,
					message = "{kiosk.desk.window.tooLong}") String window) {
	}

}
