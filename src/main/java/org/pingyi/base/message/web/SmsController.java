package org.pingyi.base.message.web;

import java.util.List;

import org.pingyi.base.message.DevelopmentSms;
import org.pingyi.base.message.SmsReports;

import org.springframework.beans.factory.ObjectProvider;
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

	private final ObjectProvider<DevelopmentSms> development;

	SmsController(SmsReports reports, ObjectProvider<DevelopmentSms> development) {
		this.reports = reports;
		this.development = development;
	}

	@GetMapping("/desk/sms")
	String list(Model model) {
		DevelopmentSms kept = this.development.getIfAvailable();
		model.addAttribute("report", this.reports.now());
		model.addAttribute("kept", kept != null);
		model.addAttribute("messages", (kept != null) ? kept.latest() : List.of());
		return "base/message/sms";
	}

}
