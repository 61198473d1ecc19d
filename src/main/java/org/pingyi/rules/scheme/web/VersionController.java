package org.pingyi.rules.scheme.web;

import org.pingyi.base.web.Download;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A frozen version: read, and saved as a file. */
@Controller
@RequestMapping("/desk/schemes/versions/{version:[0-9]{1,18}}")
class VersionController {

	private final Schemes schemes;

	VersionController(Schemes schemes) {
		this.schemes = schemes;
	}

	@GetMapping
	String show(@PathVariable long version, Model model) {
		SchemeVersion frozen = this.schemes.version(version);
		model.addAttribute("version", frozen);
		model.addAttribute("rules", frozen.rules());
		return "rules/scheme/version";
	}

	@GetMapping("/file")
	ResponseEntity<byte[]> file(@PathVariable long version) {
		SchemeVersion frozen = this.schemes.version(version);
		return Download.json("scheme-" + frozen.scheme() + "-v" + frozen.number() + ".json",
				this.schemes.document(version));
	}

}
