package org.pingyi.intake.kiosk.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.QrCode;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.cookie.PathCookie;
import org.pingyi.intake.kiosk.Kiosks;
import org.pingyi.intake.kiosk.Tablet;
import org.pingyi.intake.kiosk.Tickets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a paired tablet shows: its welcome, a ticket, a code for the visitor's phone. */
@Controller
class KioskController {

	private static final PathCookie DEVICE = new PathCookie("pingyi-kiosk", "/kiosk");

	private static final Duration LIFE = Duration.ofDays(400);

	private final Kiosks kiosks;

	private final Tickets tickets;

	private final PublicAddress address;

	KioskController(Kiosks kiosks, Tickets tickets, PublicAddress address) {
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.address = address;
	}

	@GetMapping("/kiosk")
	String welcome(HttpServletRequest request, HttpServletResponse response, Model model) {
		Tablet tablet = paired(device(request));
		DEVICE.former(request).ifPresent((token) -> keep(token, request, response));
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
	ResponseEntity<Void> pair(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
		keep(this.kiosks.pair(token), request, response);
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, "/kiosk").build();
	}

	@PostMapping("/kiosk/tickets")
	String start(HttpServletRequest request) {
		String device = device(request);
		paired(device);
		return "redirect:/q/" + this.tickets.issue(device, false);
	}

	/**
	 * Shown in answer to the POST itself: the code is for one person, not for a history.
	 */
	@PostMapping(path = "/kiosk/tickets", params = "phone")
	String startOnPhone(HttpServletRequest request, Model model) {
		String device = device(request);
		model.addAttribute("tablet", paired(device));
		String address = this.address.of("/q/" + this.tickets.issue(device, true));
		model.addAttribute("address", address);
		model.addAttribute("qr", QrCode.of(address));
		return "intake/kiosk/phone";
	}

	/** What the tablet was given; "" for any other device. */
	private static String device(HttpServletRequest request) {
		return DEVICE.value(request).or(() -> DEVICE.former(request)).orElse("");
	}

	private static void keep(String device, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				DEVICE.of(request, device).sameSite("Strict").maxAge(LIFE).build().toString());
	}

	private Tablet paired(String device) {
		return this.kiosks.tablet(device).orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "kiosk.noDevice"));
	}

}
