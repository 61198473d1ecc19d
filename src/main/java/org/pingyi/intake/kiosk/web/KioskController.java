package org.pingyi.intake.kiosk.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.QrCode;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.kiosk.Kiosks;
import org.pingyi.intake.kiosk.Tablet;
import org.pingyi.intake.kiosk.Tickets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a paired tablet shows: its welcome, a ticket, a code for the visitor's phone. */
@Controller
class KioskController {

	static final String DEVICE = "pingyi-kiosk";

	private final Kiosks kiosks;

	private final Tickets tickets;

	private final PublicAddress address;

	KioskController(Kiosks kiosks, Tickets tickets, PublicAddress address) {
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.address = address;
	}

	@GetMapping("/kiosk")
	String welcome(@CookieValue(name = DEVICE, required = false) @Nullable String device, Model model) {
		Tablet tablet = paired(device);
		model.addAttribute("tablet", tablet);
		model.addAttribute("open", this.tickets.open(tablet));
		return "intake/kiosk/welcome";
	}

	@GetMapping("/kiosk/pairing/{token}")
	String pairing(@PathVariable String token, Model model) {
		model.addAttribute("token", token);
		model.addAttribute("tablet", this.kiosks.pairing(token));
		return "intake/kiosk/pairing";
	}

	@PostMapping("/kiosk/pairing/{token}")
	ResponseEntity<Void> pair(@PathVariable String token, HttpServletRequest request) {
		ResponseCookie cookie = ResponseCookie.from(DEVICE, this.kiosks.pair(token))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Strict")
			.path("/kiosk")
			.maxAge(Duration.ofDays(400))
			.build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.header(HttpHeaders.LOCATION, "/kiosk")
			.build();
	}

	@PostMapping("/kiosk/tickets")
	String start(@CookieValue(name = DEVICE, required = false) @Nullable String device) {
		paired(device);
		return "redirect:/q/" + this.tickets.issue(String.valueOf(device), false);
	}

	/**
	 * Shown in answer to the POST itself: the code is for one person, not for a history.
	 */
	@PostMapping(path = "/kiosk/tickets", params = "phone")
	String startOnPhone(@CookieValue(name = DEVICE, required = false) @Nullable String device, Model model) {
		model.addAttribute("tablet", paired(device));
		String address = this.address.of("/q/" + this.tickets.issue(String.valueOf(device), true));
		model.addAttribute("address", address);
		model.addAttribute("qr", QrCode.of(address));
		return "intake/kiosk/phone";
	}

	private Tablet paired(@Nullable String device) {
		return this.kiosks.tablet(device).orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "kiosk.noDevice"));
	}

}
