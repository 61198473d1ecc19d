package org.pingyi.rules.scheme.web;

import org.pingyi.base.web.once.SentOnce;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Last year's method becomes this year's draft. */
@Controller
class CopyController {

	private final Schemes schemes;

	CopyController(Schemes schemes) {
		this.schemes = schemes;
	}

	@PostMapping("/desk/schemes/copies")
	@SentOnce
	String copy(@RequestParam long version, RedirectAttributes flash) {
		long scheme = this.schemes.copy(version);
		flash.addFlashAttribute("notice", "scheme.copied");
		return "redirect:/desk/schemes/" + scheme;
	}

}
