package org.pingyi.intake.vote.web;

import org.pingyi.intake.vote.DevelopmentSms;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the messages that the development gateway kept; absent under a real gateway. */
@Controller
@ConditionalOnProperty(name = "pingyi.sms", havingValue = "development", matchIfMissing = true)
class SmsController {

	private final DevelopmentSms gateway;

	SmsController(DevelopmentSms gateway) {
		this.gateway = gateway;
	}

	@GetMapping("/desk/sms")
	String list(Model model) {
		model.addAttribute("messages", this.gateway.latest());
		return "intake/vote/sms";
	}

}
