package org.pingyi.base.message.web;

import java.util.List;
import java.util.Optional;

import org.pingyi.base.message.SentSms;
import org.pingyi.base.message.SmsReports;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows the office whether messages go out, and under the development gateway the
 * messages themselves.
 */
@Controller
class SmsController {

	private final SmsReports reports;

	SmsController(SmsReports reports) {
		this.reports = reports;
	}

	@GetMapping("/desk/sms")
	String list(Model model) {
		Optional<List<SentSms>> kept = this.reports.kept();
		model.addAttribute("report", this.reports.now());
		model.addAttribute("kept", kept.isPresent());
		model.addAttribute("messages", kept.orElse(List.of()));
		return "base/message/sms";
	}

}
